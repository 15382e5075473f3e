package dev.kvitt.events;

import java.time.Instant;

/** Pay this amount of what was captured back. Has no age limit. */
public record RefundPayment(Msn msn, SaleId saleId, OperationId operationId, Instant issuedAt, Money amount)
        implements PaymentCommand {}
