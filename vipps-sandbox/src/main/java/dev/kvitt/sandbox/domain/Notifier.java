package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.PaymentEvent;

/** Tells merchants what happened. Called in the order of events, within the group of changes that
 * makes them: must not wait, and tells nobody before the group is written ({@link StateLog#afterwards}). */
public interface Notifier {

    void paymentEvent(MerchantState merchant, PaymentEvent event, StoredPayment after);

    void checkedIn(MerchantState merchant, CheckIn checkIn);
}
