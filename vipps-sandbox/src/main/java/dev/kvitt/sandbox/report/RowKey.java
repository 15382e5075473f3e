package dev.kvitt.sandbox.report;

/** @param number within ledger and topic, from 0 */
record RowKey(String ledgerId, Topic topic, long number) {}
