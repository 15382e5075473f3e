/** The ledger's tables. */
package dev.kvitt.operations.store;
