package dev.kvitt.receipt.messaging;

import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.Refusal;
import dev.kvitt.messaging.CrashPoint;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.messaging.task.Completion;
import dev.kvitt.messaging.task.Task;
import dev.kvitt.messaging.task.TaskRunner;
import dev.kvitt.receipt.domain.Answer;
import dev.kvitt.receipt.domain.Decision;
import dev.kvitt.receipt.domain.Lines;
import dev.kvitt.receipt.domain.ReceiptStatus;
import dev.kvitt.receipt.domain.Step;
import dev.kvitt.receipt.domain.WantedReceipt;
import dev.kvitt.receipt.store.ReceiptRows;
import dev.kvitt.receipt.vipps.Posting;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Posts receipts. A try may be repeated at will: Vipps takes one receipt for a payment, and says so. */
@Singleton
public class ReceiptRunner implements TaskRunner {

    private static final Logger LOG = Logger.getLogger(ReceiptRunner.class);

    private final Transactions transactions;
    private final Posting posting;
    private final Decision decision;
    private final InstantSource clock;

    ReceiptRunner(Transactions transactions, Posting posting, Decision decision, InstantSource clock) {
        this.transactions = transactions;
        this.posting = posting;
        this.decision = decision;
        this.clock = clock;
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
        var captured = receipt.captured();
        var answer = Lines.problem(captured).<Answer>map(Answer.Refused::new).orElseGet(() -> post(captured, tries));
        CrashPoint.reached("receipt.after-send");
        var now = clock.instant();
        return switch (decision.after(answer, receipt.wantedAt(), now, tries)) {
            case Step.Post _ -> posted(captured, now);
            case Step.Reject(Refusal refusal) -> rejected(captured, refusal, now);
            case Step.Wait(Instant until) -> Completion.again(until);
        };
    }

    private Answer post(PaymentCaptured captured, int tries) {
        if (tries == 1) {
            Lines.doubts(captured)
                    .forEach(doubt -> LOG.warnf("Receipt %s is posted, but %s", captured.reference(), doubt));
        }
        return posting.post(captured);
    }

    private static Completion posted(PaymentCaptured captured, Instant now) {
        return Completion.done((entity, effects) -> {
            ReceiptRows.posted(effects.connection(), captured, now);
            effects.send(ReceiptEvents.posted(captured, now));
        });
    }

    private static Completion rejected(PaymentCaptured captured, Refusal refusal, Instant now) {
        LOG.warnf("There is no receipt for %s: %s", captured.reference(), refusal.code());
        return Completion.done((entity, effects) -> {
            ReceiptRows.rejected(effects.connection(), captured, refusal, now);
            effects.send(ReceiptEvents.rejected(captured, refusal, now));
        });
    }
}
