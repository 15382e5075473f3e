package dev.kvitt.receipt.domain;

import java.time.Instant;

/** The receipt of a payment, and what became of it so far. */
public record WantedReceipt(Sold sold, ReceiptStatus status, Instant wantedAt) {}
