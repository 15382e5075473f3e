package dev.kvitt.sandbox.webhooks;

import dev.kvitt.sandbox.domain.Journal;
import dev.kvitt.sandbox.domain.JournalEntry;
import dev.kvitt.sandbox.domain.SandboxClock;
import io.vertx.core.AsyncResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Writes each attempt to deliver into the journal. */
@ApplicationScoped
class DeliveryJournal {

    private final Journal journal;
    private final SandboxClock clock;

    DeliveryJournal(Journal journal, SandboxClock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    void record(Delivery delivery, int attempt, AsyncResult<Integer> answer) {
        int status = answer.succeeded() ? answer.result() : 0;
        Optional<String> problem = Optional.ofNullable(answer.cause())
                .map(cause -> cause.getClass().getSimpleName());
        journal.add(seq -> new JournalEntry.Delivery(
                seq,
                clock.now(),
                Optional.of(delivery.merchant().msn()),
                Optional.of(delivery.subject()),
                delivery.registration().id(),
                delivery.event(),
                attempt,
                status,
                problem));
    }
}
