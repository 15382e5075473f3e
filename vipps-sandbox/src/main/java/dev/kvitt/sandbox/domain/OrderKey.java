package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.orders.PaymentType;

/**
 * What receipts and categories belong to.
 *
 * @param orderId the payment's reference, though no payment need exist
 */
public record OrderKey(PaymentType paymentType, String orderId) {

    public static OrderKey ofPayment(String reference) {
        return new OrderKey(PaymentType.ECOM, reference);
    }
}
