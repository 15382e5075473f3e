package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Msn;
import java.time.Instant;
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
     * @param effect it changed something
     * @param replay it repeated an earlier request and got the earlier answer
     */
    record Request(
            long seq,
            Instant at,
            Optional<Msn> msn,
            Optional<String> reference,
            String method,
            String path,
            Optional<String> idempotencyKey,
            int status,
            boolean effect,
            boolean replay)
            implements JournalEntry {}

    /**
     * One attempt to deliver a webhook.
     *
     * @param attempt from 1
     * @param status HTTP status of the receiver, or 0 if it gave none
     * @param problem why there was no status
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
            Optional<String> problem)
            implements JournalEntry {}
}
