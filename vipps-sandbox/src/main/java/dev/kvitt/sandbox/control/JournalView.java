package dev.kvitt.sandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.domain.JournalEntry;
import dev.kvitt.vipps.rules.Msn;
import java.time.Instant;
import java.util.List;

/**
 * A journal entry.
 *
 * @param kind {@code request} or {@code delivery}; each has its own fields below the common ones
 * @param effect of a request: it changed something
 * @param replay of a request: it got the answer of an earlier one
 * @param status HTTP status; 0 = none was given: a request's connection ended before, of a delivery {@code problem} says why
 * @param attempt of a delivery, from 1; 0 = it was never sent
 * @param api of a request
 * @param operation of a request, for example CAPTURE; UNKNOWN where the API has no such path
 * @param faults ids of the faults that hit it
 * @param tookMillis real time until it was answered
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
        String problem,
        String api,
        String operation,
        List<String> faults,
        long tookMillis) {

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
                        null,
                        request.call().api().name(),
                        request.call().operation(),
                        request.faults(),
                        request.took().toMillis());
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
                        delivery.problem().orElse(null),
                        null,
                        null,
                        delivery.faults(),
                        delivery.took().toMillis());
        };
    }
}
