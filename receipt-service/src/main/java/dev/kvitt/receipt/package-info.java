/** Puts the receipt of a captured payment into the customer's app: one for each payment, and never in the way of its money. */
package dev.kvitt.receipt;
