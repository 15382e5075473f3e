package dev.kvitt.sandbox.webhooks;

import dev.kvitt.sandbox.domain.Journal;
import dev.kvitt.sandbox.domain.JournalEntry;
import dev.kvitt.sandbox.domain.SandboxClock;
import io.vertx.core.AsyncResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes each attempt to deliver into the journal, and what is never attempted. */
@ApplicationScoped
class DeliveryJournal {

    /** Why an event was never sent: too many were waiting. */
    static final String BACKLOG_FULL = "BACKLOG_FULL";

    /** Why an event was never sent: a fault swallowed it. */
    static final String DROPPED = "DROPPED";

    private final Journal journal;
    private final SandboxClock clock;

    DeliveryJournal(Journal journal, SandboxClock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    void attempted(Delivery delivery, int attempt, AsyncResult<DeliveryClient.Answer> answer, Duration took) {
        Optional<DeliveryClient.Answer> given = Optional.ofNullable(answer.result());
        Optional<String> problem = Optional.ofNullable(answer.cause())
                .map(cause -> cause.getClass().getSimpleName())
                .or(() -> given.flatMap(DeliveryClient.Answer::problem));
        List<String> ofAttempt = given.map(DeliveryClient.Answer::faults).orElse(List.of());
        add(delivery, attempt, given.map(DeliveryClient.Answer::status).orElse(0), problem, ofAttempt, took);
    }

    /** Attempt 0. */
    void neverSent(Delivery delivery, String why) {
        add(delivery, 0, 0, Optional.of(why), List.of(), Duration.ZERO);
    }

    private void add(
            Delivery delivery,
            int attempt,
            int status,
            Optional<String> problem,
            List<String> ofAttempt,
            Duration took) {
        List<String> faults =
                Stream.concat(delivery.faults().stream(), ofAttempt.stream()).toList();
        journal.add(seq -> new JournalEntry.Delivery(
                seq,
                clock.now(),
                Optional.of(delivery.merchant().msn()),
                Optional.of(delivery.subject()),
                delivery.registration().id(),
                delivery.event(),
                attempt,
                status,
                problem,
                faults,
                took));
    }
}
