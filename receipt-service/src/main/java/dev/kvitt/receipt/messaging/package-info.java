/** Payments that something was sold with in, what became of their receipts out. */
package dev.kvitt.receipt.messaging;
