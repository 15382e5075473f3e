package dev.kvitt.sandbox.webhooks;

import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.Registration;
import dev.kvitt.vipps.rules.webhook.WebhookTarget;
import java.time.Instant;
import java.util.UUID;

/**
 * One event on its way to one registration.
 *
 * @param number grows with each delivery
 * @param subject payment reference or QR id, for the journal
 * @param event name of the event type
 * @param queuedAt real time when it was first to be sent
 */
record Delivery(
        long number,
        MerchantState merchant,
        Registration registration,
        Lane lane,
        String subject,
        String event,
        Instant queuedAt,
        byte[] body) {

    /** What is delivered one after the other: the events of one payment to one registration. */
    record Lane(UUID registration, String subject) {
        @Override
        public String toString() {
            // A check-in's subject is its token.
            return "Lane[" + registration + "]";
        }
    }

    WebhookTarget target() {
        return WebhookTarget.of(registration.url());
    }

    @Override
    public String toString() {
        return "Delivery[" + event + " to " + registration.id() + "]";
    }
}
