package dev.kvitt.sandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.domain.JournalEntry;
import dev.kvitt.vipps.rules.Msn;
import java.time.Instant;

/**
 * A journal entry.
 *
 * @param kind {@code request} or {@code delivery}; each has its own fields below the common ones
 * @param effect of a request: it changed something
 * @param replay of a request: it got the answer of an earlier one
 * @param status HTTP status; of a delivery 0 = the receiver gave none, {@code problem} says why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JournalView(
        long seq,
        Instant at,
        String kind,
        String msn,
        String reference,
        int status,
        String method,
        String path,
        String idempotencyKey,
        Boolean effect,
        Boolean replay,
        String registration,
        String event,
        Integer attempt,
        String problem) {

    static JournalView of(JournalEntry entry) {
        String msn = entry.msn().map(Msn::value).orElse(null);
        String reference = entry.reference().orElse(null);
        return switch (entry) {
            case JournalEntry.Request request ->
                new JournalView(
                        request.seq(),
                        request.at(),
                        "request",
                        msn,
                        reference,
                        request.status(),
                        request.method(),
                        request.path(),
                        request.idempotencyKey().orElse(null),
                        request.effect(),
                        request.replay(),
                        null,
                        null,
                        null,
                        null);
            case JournalEntry.Delivery delivery ->
                new JournalView(
                        delivery.seq(),
                        delivery.at(),
                        "delivery",
                        msn,
                        reference,
                        delivery.status(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        delivery.registration().toString(),
                        delivery.event(),
                        delivery.attempt(),
                        delivery.problem().orElse(null));
        };
    }
}
