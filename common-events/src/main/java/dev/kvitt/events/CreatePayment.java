package dev.kvitt.events;

import dev.kvitt.events.seal.Sealed;
import java.time.Instant;

/**
 * Ask the customer for a payment.
 *
 * @param customerToken the customer, as Vipps named them at the scan
 * @param validUntil after this the request is not sent any more: the customer has walked away
 */
public record CreatePayment(
        Msn msn,
        SaleId saleId,
        OperationId operationId,
        Instant issuedAt,
        Money amount,
        Sealed customerToken,
        UserFlow userFlow,
        String description,
        Instant validUntil)
        implements PaymentCommand {}
