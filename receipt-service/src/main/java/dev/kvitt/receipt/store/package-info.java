/** Receipts in SQL. */
package dev.kvitt.receipt.store;
