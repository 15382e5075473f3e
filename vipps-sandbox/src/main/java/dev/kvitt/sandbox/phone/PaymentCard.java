package dev.kvitt.sandbox.phone;

import dev.kvitt.vipps.rules.Money;
import dev.kvitt.vipps.rules.Payment;

/**
 * A payment in a list.
 *
 * @param amount what was paid, if anything was, else what was asked for
 * @param description what the merchant calls it; null = nothing
 * @param path below the phone's own
 */
public record PaymentCard(
        String merchant, String amount, String description, PaymentLook look, String when, String path) {

    static PaymentCard of(HeldPayment held, Wording wording) {
        Payment payment = held.stored().payment();
        Money captured = payment.aggregate().captured();
        return new PaymentCard(
                held.merchantName(),
                wording.money(captured.value() > 0 ? captured : payment.amount()),
                held.stored().order().description().orElse(null),
                PaymentLook.of(payment),
                wording.dateAndTime(held.stored().createdAt()),
                "payments/" + held.merchant().msn() + "/" + payment.reference());
    }
}
