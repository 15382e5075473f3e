package dev.kvitt.capture.messaging;

import dev.kvitt.capture.domain.Answer;
import dev.kvitt.capture.domain.Operation;
import dev.kvitt.capture.domain.Situation;
import dev.kvitt.capture.domain.Step;
import dev.kvitt.capture.store.OperationRows;
import dev.kvitt.capture.store.ResultRows;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import dev.kvitt.messaging.task.Completion;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Writes what came of a round, and tells it in the same transaction. */
final class Outcomes {

    private static final Logger LOG = Logger.getLogger(Outcomes.class);

    private Outcomes() {}

    static Completion succeeded(Situation situation, Step.Succeed succeed) {
        var result = result(
                situation,
                OperationResult.Outcome.SUCCEEDED,
                succeed.view().orElse(null),
                null,
                succeed.redirectUrl().orElse(null));
        LOG.infof("Operation %s succeeded", name(result));
        return Completion.done(tell(situation, result));
    }

    static Completion rejected(Situation situation, Step.Reject reject) {
        var result = result(
                situation, OperationResult.Outcome.REJECTED, reject.view().orElse(null), reject.refusal(), null);
        LOG.warnf(
                "Operation %s was rejected: %s", name(result), reject.refusal().code());
        return Completion.done(tell(situation, result));
    }

    static Completion waiting(Situation situation, Step.Wait wait) {
        if (wait.moneyAtRisk()) {
            sayMoneyIsAtRisk(situation.operation(), wait.until());
        }
        if (situation.answer().orElse(null) instanceof Answer.Refused refused && !refused.judged()) {
            sayTurnedAway(situation.operation(), refused, wait.until());
        }
        var doubt = wait.doubt().map(why -> result(situation, OperationResult.Outcome.UNKNOWN, null, why, null));
        return Completion.again(wait.until(), (entity, effects) -> {
            var command = situation.operation().command();
            if (situation.operation().skippedAt().isEmpty()
                    && OperationRows.isSkipped(effects.connection(), command.msn(), command.operationId())) {
                // The word came during this round, which did not know it.
                effects.hurry(OperationTask.KIND);
            }
            if (!situation.inDoubt()) {
                OperationRows.notInDoubt(effects.connection(), command.msn(), command.operationId(), situation.tries());
            }
            if (situation.answer().orElse(null) instanceof Answer.Busy busy && !busy.sent()) {
                OperationRows.notSent(effects.connection(), command.msn(), command.operationId(), situation.tries());
            }
            if (doubt.isPresent()) {
                tell(situation, doubt.get()).in(entity, effects);
            }
        });
    }

    private static Completion.Write tell(Situation situation, OperationResult result) {
        var took = Duration.between(situation.operation().command().issuedAt(), situation.now());
        return (entity, effects) -> {
            ResultRows.told(effects.connection(), result);
            effects.afterCommit(() -> Tallies.told(result, took));
            effects.send(Results.event(result));
        };
    }

    private static OperationResult result(
            Situation situation,
            OperationResult.Outcome outcome,
            PaymentView view,
            Refusal refusal,
            String redirectUrl) {
        var command = situation.operation().command();
        return new OperationResult(
                command.msn(),
                command.saleId(),
                command.operationId(),
                situation.operation().resultNumber() + 1,
                outcome,
                view,
                refusal,
                redirectUrl,
                situation.now());
    }

    private static void sayMoneyIsAtRisk(Operation operation, Instant next) {
        LOG.errorf(
                "MONEY AT RISK: operation %s/%s, first tried at %s, %s. Look at payment %s in Vipps' portal. Asked again at"
                        + " %s.",
                operation.command().msn(),
                operation.command().operationId(),
                operation.firstSentAt().map(Instant::toString).orElse("an unknown time"),
                operation.inDoubt()
                        ? "may have been done or not, and its key cannot be trusted any more"
                        : "is still not done because Vipps puts it off",
                operation.command().reference(),
                next);
    }

    private static void sayTurnedAway(Operation operation, Answer.Refused refused, Instant next) {
        LOG.errorf(
                "TURNED AWAY: operation %s/%s was refused (%s) before Vipps' API judged it, so this try has moved no money"
                        + " and is not a no. It is taken up again with the same key at %s. If this goes on, have Vipps look"
                        + " at the sales unit's access.",
                operation.command().msn(),
                operation.command().operationId(),
                refused.refusal().code(),
                next);
    }

    private static String name(OperationResult result) {
        return result.msn() + "/" + result.operationId();
    }
}
