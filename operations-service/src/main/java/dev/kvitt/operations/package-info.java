/** The operators' ledger: what happened to every sale, how its money moved, and whether Vipps and the payouts agree. */
package dev.kvitt.operations;
