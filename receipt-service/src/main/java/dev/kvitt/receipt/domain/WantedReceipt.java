package dev.kvitt.receipt.domain;

import dev.kvitt.events.PaymentCaptured;
import java.time.Instant;

/** The receipt of a captured payment, and what became of it so far. */
public record WantedReceipt(PaymentCaptured captured, ReceiptStatus status, Instant wantedAt) {}
