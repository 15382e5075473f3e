/** Reads every topic into the ledger. */
package dev.kvitt.operations.messaging;
