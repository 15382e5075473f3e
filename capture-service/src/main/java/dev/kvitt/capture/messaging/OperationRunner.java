package dev.kvitt.capture.messaging;

import dev.kvitt.capture.domain.Reading;
import dev.kvitt.capture.domain.Rules;
import dev.kvitt.capture.domain.Situation;
import dev.kvitt.capture.domain.Step;
import dev.kvitt.capture.store.OperationRows;
import dev.kvitt.capture.store.ReadLog;
import dev.kvitt.capture.vipps.Reads;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.messaging.task.CallLimit;
import dev.kvitt.messaging.task.Completion;
import dev.kvitt.messaging.task.Task;
import dev.kvitt.messaging.task.TaskRunner;
import dev.kvitt.registry.vipps.VippsAccess;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Carries out operations: does what the rules say, one step after the other, and writes what came of it. */
@Singleton
public class OperationRunner implements TaskRunner {

    private final Transactions transactions;
    private final Rules rules;
    private final Reads reads;
    private final ReadLog readLog;
    private final Sending sending;
    private final VippsAccess vipps;
    private final InstantSource clock;

    OperationRunner(
            Transactions transactions,
            Rules rules,
            Reads reads,
            ReadLog readLog,
            Sending sending,
            VippsAccess vipps,
            InstantSource clock) {
        this.transactions = transactions;
        this.rules = rules;
        this.reads = reads;
        this.readLog = readLog;
        this.sending = sending;
        this.vipps = vipps;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent event) {
        Tallies.begin();
    }

    /**
     * A look (log and payment) and a write: the longest that a call which is cut off can end. Only a second look, after a write that
     * was answered just in time, may outlast the lease; another process then takes over with the same key, and is alone to send.
     */
    @Override
    public Optional<CallLimit> callLimit() {
        return Optional.of(new CallLimit(3, vipps.requestTimeout(), VippsAccess.REQUEST_TIMEOUT));
    }

    @Override
    public Completion run(Task task) {
        var wanted = OperationTask.of(task);
        var operation = transactions
                .run(connection -> OperationRows.find(connection, wanted.msn(), wanted.operationId()))
                .orElseThrow(() -> new IllegalStateException("there is a task without its operation"));
        if (operation.status().isFinal()) {
            return Completion.done((entity, effects) -> {});
        }
        var situation = Situation.atStart(operation, clock.instant(), task.tries());
        while (true) {
            switch (rules.next(situation)) {
                case Step.Ask _ -> {
                    var room = readLog.beforeReading(operation, Reads.calls(operation), clock.instant());
                    if (room.isPresent() && situation.answer().isEmpty()) {
                        return Completion.again(room.get());
                    }
                    var reading = room.isPresent() ? new Reading.Unreadable() : reads.read(situation.operation());
                    situation = situation.read(reading, clock.instant());
                }
                case Step.Send _ -> situation = sending.send(situation);
                case Step.Succeed succeed -> {
                    return Outcomes.succeeded(situation, succeed);
                }
                case Step.Reject reject -> {
                    return Outcomes.rejected(situation, reject);
                }
                case Step.Wait wait -> {
                    return Outcomes.waiting(situation, wait);
                }
            }
        }
    }
}
