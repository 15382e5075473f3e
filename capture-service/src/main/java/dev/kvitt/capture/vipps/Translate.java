package dev.kvitt.capture.vipps;

import dev.kvitt.capture.domain.LogEntry;
import dev.kvitt.registry.vipps.Views;
import dev.kvitt.vipps.client.IdempotencyKey;
import dev.kvitt.vipps.client.epayment.PaymentEvent;

/** Between the client's words and those of our events. */
final class Translate {

    private Translate() {}

    static LogEntry entry(PaymentEvent event) {
        return new LogEntry(
                event.name().name(),
                Views.money(event.amount()),
                event.idempotencyKey().map(IdempotencyKey::value),
                event.success());
    }
}
