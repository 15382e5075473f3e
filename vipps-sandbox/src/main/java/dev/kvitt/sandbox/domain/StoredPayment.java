package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.PaymentEvent;
import dev.kvitt.vipps.rules.create.CreateOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A payment with what belongs to it. Immutable: a change makes the next one.
 *
 * @param customer known when the request named one, or once somebody approved
 * @param landingToken in the redirect URL
 * @param redirectUrl absent for PUSH_MESSAGE
 * @param events oldest first
 */
public record StoredPayment(
        Payment payment,
        CreateOrder order,
        Optional<Msisdn> customer,
        String landingToken,
        Optional<String> redirectUrl,
        Instant createdAt,
        List<PaymentEvent> events) {

    public StoredPayment {
        events = List.copyOf(events);
    }

    StoredPayment with(Payment changed) {
        return new StoredPayment(changed, order, customer, landingToken, redirectUrl, createdAt, events);
    }

    StoredPayment with(PaymentEvent event) {
        List<PaymentEvent> longer = new ArrayList<>(events);
        longer.add(event);
        return new StoredPayment(payment, order, customer, landingToken, redirectUrl, createdAt, longer);
    }

    StoredPayment by(Msisdn payer) {
        return new StoredPayment(payment, order, Optional.of(payer), landingToken, redirectUrl, createdAt, events);
    }

    @Override
    public String toString() {
        return "StoredPayment[" + payment.reference() + " " + payment.state() + "]";
    }
}
