package dev.kvitt.capture.vipps;

import dev.kvitt.capture.domain.LogEntry;
import dev.kvitt.registry.vipps.Views;
import dev.kvitt.vipps.client.IdempotencyKey;
import dev.kvitt.vipps.client.epayment.PaymentEvent;
import dev.kvitt.vipps.client.epayment.RedirectUrl;
import java.util.Optional;
import java.util.regex.Pattern;

/** Between the client's words and those of our events. */
final class Translate {

    private static final Pattern URL = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,4000}");

    private Translate() {}

    /** Whatever else Vipps may put there is nothing that an event can carry. */
    static Optional<String> url(Optional<RedirectUrl> url) {
        return url.map(RedirectUrl::value).filter(text -> URL.matcher(text).matches());
    }

    static LogEntry entry(PaymentEvent event) {
        return new LogEntry(
                event.name().name(),
                Views.money(event.amount()),
                event.idempotencyKey().map(IdempotencyKey::value),
                event.success());
    }
}
