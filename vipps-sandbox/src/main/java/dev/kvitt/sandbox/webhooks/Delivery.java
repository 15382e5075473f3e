package dev.kvitt.sandbox.webhooks;

import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.Registration;
import dev.kvitt.sandbox.faults.FaultKind;
import dev.kvitt.sandbox.faults.FaultSubject;
import dev.kvitt.vipps.rules.webhook.WebhookTarget;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One event on its way to one registration.
 *
 * @param number grows with each delivery
 * @param subject payment reference or QR id, for the journal
 * @param event name of the event type
 * @param causeKey idempotency key of the request that caused it; empty text if there was none
 * @param queuedAt real time when it was first to be sent
 * @param notBefore by the sandbox's clock
 * @param faults ids of the faults that hit it as a whole
 */
record Delivery(
        long number,
        MerchantState merchant,
        Registration registration,
        Lane lane,
        String subject,
        String event,
        String causeKey,
        Instant queuedAt,
        Instant notBefore,
        List<String> faults,
        byte[] body) {

    /** What is delivered one after the other: the events of one payment to one registration. */
    record Lane(UUID registration, String subject) {
        @Override
        public String toString() {
            // A check-in's subject is its token.
            return "Lane[" + registration + "]";
        }
    }

    Delivery hitBy(List<String> hits, Instant earliest) {
        return new Delivery(
                number,
                merchant,
                registration,
                lane,
                subject,
                event,
                causeKey,
                queuedAt,
                earliest,
                List.copyOf(hits),
                body);
    }

    FaultSubject faultSubject(FaultKind.Target what) {
        return FaultSubject.delivery(what, merchant.msn().value(), target().pathAndQuery(), event, subject, causeKey);
    }

    WebhookTarget target() {
        return WebhookTarget.of(registration.url());
    }

    @Override
    public String toString() {
        return "Delivery[" + event + " to " + registration.id() + "]";
    }
}
