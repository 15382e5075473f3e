package dev.kvitt.receipt.messaging;

import dev.kvitt.events.Refusal;
import dev.kvitt.messaging.CrashPoint;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.messaging.task.CallLimit;
import dev.kvitt.messaging.task.Completion;
import dev.kvitt.messaging.task.Task;
import dev.kvitt.messaging.task.TaskRunner;
import dev.kvitt.receipt.domain.Decision;
import dev.kvitt.receipt.domain.ReceiptStatus;
import dev.kvitt.receipt.domain.Step;
import dev.kvitt.receipt.domain.WantedReceipt;
import dev.kvitt.receipt.store.ReceiptRows;
import dev.kvitt.receipt.vipps.Posting;
import dev.kvitt.registry.vipps.VippsAccess;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Posts receipts. A try may be repeated at will: Vipps takes one receipt for a payment, and says so. */
@Singleton
public class ReceiptRunner implements TaskRunner {

    /** From here on each try that fails is worth a warning. */
    static final Duration LATE = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(ReceiptRunner.class);

    private final Transactions transactions;
    private final Posting posting;
    private final Decision decision;
    private final VippsAccess vipps;
    private final InstantSource clock;

    ReceiptRunner(
            Transactions transactions, Posting posting, Decision decision, VippsAccess vipps, InstantSource clock) {
        this.transactions = transactions;
        this.vipps = vipps;
        this.posting = posting;
        this.decision = decision;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent event) {
        ReceiptOutcomes.begin();
    }

    /** The receipt, and a look at the one that is there already. */
    @Override
    public Optional<CallLimit> callLimit() {
        return Optional.of(new CallLimit(2, vipps.requestTimeout(), VippsAccess.REQUEST_TIMEOUT));
    }

    @Override
    public Completion run(Task task) {
        var wanted = ReceiptTask.of(task);
        var receipt = transactions
                .run(connection -> ReceiptRows.find(connection, wanted.msn(), wanted.reference()))
                .orElseThrow(() -> new IllegalStateException("there is a task without its receipt"));
        return receipt.status() == ReceiptStatus.WANTED
                ? attempt(receipt, task.tries())
                : Completion.done((entity, effects) -> {});
    }

    private Completion attempt(WantedReceipt receipt, int tries) {
        var sold = receipt.sold();
        var answer = posting.post(sold);
        CrashPoint.reached("receipt.after-send");
        var now = clock.instant();
        return switch (decision.after(answer, receipt.wantedAt(), now, tries)) {
            case Step.Post _ -> Completion.done((entity, effects) -> ReceiptOutcomes.posted(sold, effects));
            case Step.Reject(Refusal refusal) ->
                Completion.done((entity, effects) -> ReceiptOutcomes.rejected(sold, refusal, effects));
            case Step.Wait(Instant until) -> {
                tellIfLate(receipt, tries, now);
                yield Completion.again(until);
            }
        };
    }

    private static void tellIfLate(WantedReceipt receipt, int tries, Instant now) {
        var late = Duration.between(receipt.wantedAt(), now);
        if (late.compareTo(LATE) > 0) {
            LOG.warnf(
                    "Receipt %s is %s late after %s tries. The money is safe; it is tried until Vipps takes it or refuses it.",
                    receipt.sold().reference(), late, tries);
        }
    }
}
