/**
 * Reconciliation of three ledgers: ours, Vipps' payments, Vipps' report. Pure, and in constant memory: it reads three sorted streams side
 * by side and holds one payment at a time.
 */
package dev.kvitt.operations.domain.reconcile;
