package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Msn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One entry of the journal. Holds no personal data and no secret. */
public sealed interface JournalEntry {

    /** Grows by one with each entry; never reused. */
    long seq();

    /** By the sandbox's clock. */
    Instant at();

    Optional<Msn> msn();

    /** Payment reference, order id or QR id; empty where there is none. */
    Optional<String> reference();

    /**
     * A merchant's request.
     *
     * @param at when it came
     * @param status HTTP status of the answer, or 0 if there was none
     * @param effect it changed something
     * @param replay it repeated an earlier request and got the earlier answer
     * @param faults ids of the faults that hit it
     * @param took real time until it was answered
     */
    record Request(
            long seq,
            Instant at,
            Optional<Msn> msn,
            Optional<String> reference,
            ApiCall call,
            String method,
            String path,
            Optional<String> idempotencyKey,
            int status,
            boolean effect,
            boolean replay,
            List<String> faults,
            Duration took)
            implements JournalEntry {}

    /**
     * One attempt to deliver a webhook.
     *
     * @param attempt from 1
     * @param status HTTP status of the receiver, or 0 if it gave none
     * @param problem why there was no status
     * @param faults ids of the faults that hit it
     * @param took real time until it was answered
     */
    record Delivery(
            long seq,
            Instant at,
            Optional<Msn> msn,
            Optional<String> reference,
            UUID registration,
            String event,
            int attempt,
            int status,
            Optional<String> problem,
            List<String> faults,
            Duration took)
            implements JournalEntry {}
}
