package dev.kvitt.vipps.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * A payment as Vipps MobilePay sees it. Immutable; each transition gives the next payment and the event it caused, or a
 * refusal.
 *
 * @param pspReference of the CREATED event: the one that answers to GET, capture, cancel and refund carry
 * @param approvalDeadline when the payment expires by itself if the customer has not acted
 * @param authorizedAt when the customer approved
 */
public record Payment(
        SalesUnit salesUnit,
        Reference reference,
        PspReference pspReference,
        IdempotencyKey createKey,
        Money amount,
        PaymentState state,
        Aggregate aggregate,
        Instant approvalDeadline,
        Optional<Instant> authorizedAt) {

    /**
     * A new payment from a request that passed the rules for creating.
     *
     * @param approvalDeadline {@link TimeLimits#APPROVAL} from now, or the request's own {@code expiresAt}
     */
    public static Transition.Done create(
            SalesUnit salesUnit,
            Reference reference,
            Money amount,
            IdempotencyKey key,
            Instant approvalDeadline,
            EventStamp stamp) {
        Payment payment = new Payment(
                salesUnit,
                reference,
                stamp.pspReference(),
                key,
                amount,
                PaymentState.CREATED,
                Aggregate.empty(amount.currency()),
                approvalDeadline,
                Optional.empty());
        return payment.done(EventName.CREATED, amount, stamp, Optional.of(key));
    }

    /** The customer approves: the whole amount is reserved. */
    public Transition approve(EventStamp stamp) {
        if (state.isFinal() || !stamp.at().isBefore(approvalDeadline)) {
            return tooLate();
        }
        Payment approved = next(PaymentState.AUTHORIZED, aggregate.authorize(amount), Optional.of(stamp.at()));
        return approved.done(EventName.AUTHORIZED, amount, stamp, Optional.of(createKey));
    }

    /** The customer declines. */
    public Transition reject(EventStamp stamp, RulesSwitches switches) {
        return endUnpaid(PaymentState.ABORTED, EventName.ABORTED, stamp, switches);
    }

    /** Time ran out. Whoever calls decides that it has. */
    public Transition expire(EventStamp stamp, RulesSwitches switches) {
        return endUnpaid(PaymentState.EXPIRED, EventName.EXPIRED, stamp, switches);
    }

    /** The merchant takes reserved money, all or part of it; repeatable while something is left. */
    public Transition capture(Money part, EventStamp stamp) {
        return CaptureRule.refusal(this, part, stamp.at())
                .<Transition>map(Transition.Refused::because)
                .orElseGet(() ->
                        next(aggregate.capture(part)).done(EventName.CAPTURED, part, stamp, stamp.idempotencyKey()));
    }

    /**
     * The merchant releases everything not captured, or ends a payment the customer has not acted on.
     *
     * @param transactionOnly end it only if nothing is reserved yet
     */
    public Transition cancel(boolean transactionOnly, EventStamp stamp, RulesSwitches switches) {
        Optional<ErrorCode> refusal = CancelRule.refusal(this, transactionOnly, stamp.at(), switches);
        if (refusal.isPresent()) {
            return Transition.Refused.because(refusal.get());
        }
        Optional<IdempotencyKey> key = switches.cancel().eventsCarryKey() ? stamp.idempotencyKey() : Optional.empty();
        if (state == PaymentState.CREATED) {
            return next(PaymentState.TERMINATED, aggregate.cancel(amount), authorizedAt)
                    .done(EventName.TERMINATED, amount, stamp, key);
        }
        Money rest = aggregate.capturable();
        return next(aggregate.cancel(rest)).done(EventName.CANCELLED, rest, stamp, key);
    }

    /** The capture window closed: what is left of the reservation is released by Vipps itself. */
    public Transition releaseAtDeadline(EventStamp stamp) {
        Money rest = aggregate.capturable();
        if (rest.isZero() || !isCaptureWindowClosed(stamp.at())) {
            return tooLate();
        }
        return next(aggregate.cancel(rest)).done(EventName.CANCELLED, rest, stamp, Optional.empty());
    }

    /** The merchant pays captured money back, all or part of it. */
    public Transition refund(Money part, EventStamp stamp) {
        return RefundRule.refusal(this, part, stamp.at())
                .<Transition>map(Transition.Refused::because)
                .orElseGet(() ->
                        next(aggregate.refund(part)).done(EventName.REFUNDED, part, stamp, stamp.idempotencyKey()));
    }

    /** Until when the bank is held to the reservation. */
    public Optional<Instant> captureGuaranteedUntil() {
        return authorizedAt.map(at -> at.plus(TimeLimits.CAPTURE_GUARANTEE));
    }

    /** When what is left of the reservation is released by itself. */
    public Optional<Instant> captureDeadline() {
        return authorizedAt.map(at -> at.plus(amount.currency().captureWindow()));
    }

    /** Whether {@link #captureDeadline} has come. False for a payment that was never authorized. */
    public boolean isCaptureWindowClosed(Instant now) {
        return captureDeadline().filter(end -> !now.isBefore(end)).isPresent();
    }

    private Transition endUnpaid(PaymentState end, EventName name, EventStamp stamp, RulesSwitches switches) {
        if (state.isFinal()) {
            return tooLate();
        }
        Aggregate after = switches.lifecycle().unpaidEndsAsCancelled() ? aggregate.cancel(amount) : aggregate;
        return next(end, after, authorizedAt).done(name, amount, stamp, Optional.empty());
    }

    private Transition tooLate() {
        return new Transition.Refused(new Refusal.TooLate(state));
    }

    private Payment next(Aggregate after) {
        return next(state, after, authorizedAt);
    }

    private Payment next(PaymentState then, Aggregate after, Optional<Instant> authorized) {
        return new Payment(
                salesUnit, reference, pspReference, createKey, amount, then, after, approvalDeadline, authorized);
    }

    private Transition.Done done(EventName name, Money moved, EventStamp stamp, Optional<IdempotencyKey> key) {
        PaymentEvent event =
                new PaymentEvent(salesUnit.msn(), reference, stamp.pspReference(), name, moved, stamp.at(), key, true);
        return new Transition.Done(this, event);
    }
}
