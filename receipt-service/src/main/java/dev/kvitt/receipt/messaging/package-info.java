/** Captured payments in, what became of their receipts out. */
package dev.kvitt.receipt.messaging;
