package dev.kvitt.sandbox.phone;

import dev.kvitt.vipps.rules.Aggregate;
import dev.kvitt.vipps.rules.Payment;

/** What a payment is to its customer. */
public enum PaymentLook {
    WAITING,
    RESERVED,
    PAID,
    RELEASED,
    REFUNDED,
    DECLINED,
    EXPIRED,
    CALLED_OFF;

    static PaymentLook of(Payment payment) {
        return switch (payment.state()) {
            case CREATED -> WAITING;
            case ABORTED -> DECLINED;
            case EXPIRED -> EXPIRED;
            case TERMINATED -> payment.aggregate().authorized().value() > 0 ? RELEASED : CALLED_OFF;
            case AUTHORIZED -> ofReserved(payment.aggregate());
        };
    }

    private static PaymentLook ofReserved(Aggregate sums) {
        if (sums.captured().value() == 0) {
            return sums.cancelled().value() >= sums.authorized().value() ? RELEASED : RESERVED;
        }
        return sums.refunded().value() >= sums.captured().value() ? REFUNDED : PAID;
    }
}
