/** Vipps MobilePay's list of what an integration must have shown before it goes live, judged by what the ledger holds. */
package dev.kvitt.operations.domain.checklist;
