package dev.kvitt.payment.simulation;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.Refusal;
import dev.kvitt.payment.domain.Decision;
import dev.kvitt.payment.domain.Input;
import dev.kvitt.payment.domain.Output;
import dev.kvitt.payment.domain.Sale;
import dev.kvitt.payment.domain.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;

/** What planted bugs make of what the saga hears and says. */
final class Altered {

    private Altered() {}

    static Output.Say say(Output.Say instead, EventData what) {
        return new Output.Say(what, instead.number());
    }

    static Decision more(Decision decision, EventData what) {
        var outputs = new ArrayList<>(decision.outputs());
        outputs.add(new Output.Say(what, decision.sale().said() + 1000));
        return new Decision(decision.sale(), outputs);
    }

    /** A timer without a meaning for the sale stands for nothing at all. */
    static Input nothing() {
        return new Input.TimerFired(Timer.AT_RISK);
    }

    static boolean isDoubt(Input input, OperationId.Kind kind) {
        return input instanceof Input.Done(var result)
                && result.outcome() == OperationResult.Outcome.UNKNOWN
                && result.operationId().kind() == kind;
    }

    static Input doubtAs(Input input, OperationId.Kind kind, OperationResult.Outcome outcome) {
        return isDoubt(input, kind) ? done(((Input.Done) input).result(), outcome) : input;
    }

    private static Input done(OperationResult result, OperationResult.Outcome outcome) {
        return new Input.Done(new OperationResult(
                result.msn(),
                result.saleId(),
                result.operationId(),
                result.number(),
                outcome,
                null,
                new Refusal("vipps-timeout", "No.", true),
                null,
                result.at()));
    }

    static CapturePayment captureAgain(OperationResult doubt, Money amount, Instant now) {
        var id = OperationId.of(doubt.operationId().reference(), OperationId.Kind.CAPTURE, 2);
        return new CapturePayment(Till.MSN, Till.SALE, id, now, amount);
    }

    static RefundPayment refundAgain(RefundPayment refund) {
        var id = OperationId.of(refund.reference(), OperationId.Kind.REFUND, 77);
        return new RefundPayment(Till.MSN, Till.SALE, id, refund.issuedAt(), refund.amount());
    }

    static CancelPayment release(CapturePayment capture) {
        var id = OperationId.of(capture.reference(), OperationId.Kind.CANCEL, 77);
        return new CancelPayment(Till.MSN, Till.SALE, id, capture.issuedAt(), false);
    }

    static Decision captureAll(Decision decision) {
        var outputs = decision.outputs().stream()
                .map(output -> output instanceof Output.Say say && say.what() instanceof CapturePayment capture
                        ? say(
                                say,
                                new CapturePayment(
                                        Till.MSN,
                                        Till.SALE,
                                        capture.operationId(),
                                        capture.issuedAt(),
                                        decision.sale().terms().amount()))
                        : output)
                .toList();
        return new Decision(decision.sale(), outputs);
    }

    static boolean showsApproval(Input input) {
        return switch (input) {
            case Input.Happened(var what) -> what.name().equals("AUTHORIZED");
            case Input.Observed(var what) -> what.found() && what.view().state() == PaymentState.AUTHORIZED;
            default -> false;
        };
    }

    static Input asSuccess(Input input) {
        return input instanceof Input.Happened(var what) && !what.success()
                ? new Input.Happened(new PaymentHappened(
                        what.msn(),
                        what.reference(),
                        what.pspReference(),
                        what.name(),
                        what.amount(),
                        what.timestamp(),
                        what.idempotencyKey(),
                        true,
                        what.captureGuaranteedUntil()))
                : input;
    }

    /** Adds what webhooks told to what Vipps shows. */
    static Input plusEvents(Sale sale, Input input) {
        if (!(input instanceof Input.Observed(var what)) || !what.found()) {
            return input;
        }
        var events =
                sale.attempt(what.reference().attempt().orElseThrow()).ledger().events();
        var sums = what.view().aggregate();
        var more = new Aggregate(
                sums.authorized(),
                sums.captured().plus(sum(events, "CAPTURED", sums.captured())),
                sums.cancelled().plus(sum(events, "CANCELLED", sums.cancelled())),
                sums.refunded().plus(sum(events, "REFUNDED", sums.refunded())));
        var view = new PaymentView(
                what.view().state(),
                what.view().amount(),
                more,
                what.view().pspReference(),
                what.view().captureGuaranteedUntil());
        return new Input.Observed(
                new PaymentObserved(what.msn(), what.reference(), what.number(), true, view, what.askedAt()));
    }

    private static Money sum(Map<String, Money> events, String name, Money like) {
        return events.entrySet().stream()
                .filter(event -> event.getKey().startsWith(name + " "))
                .map(Map.Entry::getValue)
                .reduce(Money.zero(like.currency()), Money::plus);
    }
}
