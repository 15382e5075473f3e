package dev.kvitt.events;

import java.time.Instant;

/** Take this amount of what is reserved. Has no age limit. */
public record CapturePayment(Msn msn, SaleId saleId, OperationId operationId, Instant issuedAt, Money amount)
        implements PaymentCommand {}
