package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.PaymentEvent;

/** Tells merchants what happened. Called in the order of events of a payment, under its lock: must not wait. */
public interface Notifier {

    void paymentEvent(MerchantState merchant, PaymentEvent event, StoredPayment after);

    void checkedIn(MerchantState merchant, CheckIn checkIn);
}
