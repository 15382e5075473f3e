/** Calls to Order Management, in the words of the domain. */
package dev.kvitt.receipt.vipps;
