package dev.kvitt.events;

import java.time.Instant;

/** What the saga wants done at Vipps, on {@code payment.commands}. */
public sealed interface PaymentCommand extends EventData
        permits CreatePayment, CapturePayment, CancelPayment, RefundPayment {

    Msn msn();

    SaleId saleId();

    OperationId operationId();

    /** When the saga decided it. */
    Instant issuedAt();

    default PaymentReference reference() {
        return operationId().reference();
    }

    @Override
    default String key() {
        return Keys.sale(msn(), saleId());
    }
}
