/** What reconciliation keeps: the report's rows, looks at Vipps, findings, runs. */
package dev.kvitt.operations.store.reconcile;
