/** Receipts of the Order Management API: their shape and the rules they must keep. */
package dev.kvitt.vipps.rules.receipt;
