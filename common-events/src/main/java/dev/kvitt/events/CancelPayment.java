package dev.kvitt.events;

import java.time.Instant;

/**
 * Give back everything that is not captured. Has no age limit.
 *
 * @param onlyIfNotAuthorized true leaves a reservation alone should the customer have approved meanwhile
 *     ({@code cancelTransactionOnly})
 */
public record CancelPayment(
        Msn msn, SaleId saleId, OperationId operationId, Instant issuedAt, boolean onlyIfNotAuthorized)
        implements PaymentCommand {}
