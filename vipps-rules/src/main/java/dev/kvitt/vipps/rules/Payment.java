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
 * @param capturedAt when money was captured last
 * @param bank what the customer's bank is doing about it
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
        Optional<Instant> authorizedAt,
        Optional<Instant> capturedAt,
        Bank bank) {

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
                Optional.empty(),
                Optional.empty(),
                Bank.READY);
        return payment.done(EventName.CREATED, amount, stamp, Optional.of(key));
    }

    // What the customer does

    /** The customer approves and the bank agrees: the whole amount is reserved. */
    public Transition approve(EventStamp stamp) {
        if (isTooLateToPay(stamp.at())) {
            return tooLate();
        }
        Payment approved = new Payment(
                salesUnit,
                reference,
                pspReference,
                createKey,
                amount,
                PaymentState.AUTHORIZED,
                aggregate.authorize(amount),
                approvalDeadline,
                Optional.of(stamp.at()),
                capturedAt,
                Bank.READY);
        return approved.done(EventName.AUTHORIZED, amount, stamp, Optional.of(createKey));
    }

    /** The customer approves in the test environment, where a {@link SpecialAmount} fails. */
    public Transition approve(Approval how, EventStamp stamp, RulesSwitches switches) {
        if (isTooLateToPay(stamp.at())) {
            return tooLate();
        }
        boolean forcible = how == Approval.IN_APP || switches.specialAmounts().onForceApprove();
        Optional<SpecialAmount> special =
                forcible ? SpecialAmount.of(amount, salesUnit.market()) : Optional.<SpecialAmount>empty();
        if (special.isEmpty()) {
            return approve(stamp);
        }
        return special.get() == SpecialAmount.UNKNOWN_RESULT
                ? new Transition.Quiet(hanging(stamp.at()))
                : fail(switches.specialAmounts().outcome(), stamp, switches);
    }

    /** The customer does not share what the merchant asked for. */
    public Transition withholdConsent(EventStamp stamp, RulesSwitches switches) {
        return isTooLateToPay(stamp.at())
                ? tooLate()
                : fail(switches.lifecycle().missingConsentEnds(), stamp, switches);
    }

    /** The customer declines. */
    public Transition reject(EventStamp stamp, RulesSwitches switches) {
        return endUnpaid(PaymentState.ABORTED, EventName.ABORTED, stamp, switches);
    }

    // What the merchant does

    /** The merchant takes reserved money, all or part of it; repeatable while something is left. */
    public Transition capture(Money part, EventStamp stamp) {
        Optional<ErrorCode> refusal = CaptureRule.refusal(this, part, stamp.at());
        if (refusal.isPresent()) {
            return Transition.Refused.because(refusal.get());
        }
        return with(state, aggregate.capture(part), approvalDeadline, Optional.of(stamp.at()), bank)
                .done(EventName.CAPTURED, part, stamp, stamp.idempotencyKey());
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
            return with(PaymentState.TERMINATED, aggregate.cancel(amount))
                    .done(EventName.TERMINATED, amount, stamp, key);
        }
        Money rest = aggregate.capturable();
        return with(state, aggregate.cancel(rest)).done(EventName.CANCELLED, rest, stamp, key);
    }

    /** The merchant pays captured money back, all or part of it. */
    public Transition refund(Money part, EventStamp stamp, RulesSwitches switches) {
        Optional<ErrorCode> refusal = RefundRule.refusal(this, part, stamp.at(), switches);
        if (refusal.isPresent()) {
            return Transition.Refused.because(refusal.get());
        }
        return with(state, aggregate.refund(part)).done(EventName.REFUNDED, part, stamp, stamp.idempotencyKey());
    }

    // What time and the bank do

    /** What the time of the stamp has made due: the payment expires, or what is left of the reservation is released. */
    public Transition timeUp(EventStamp stamp, RulesSwitches switches) {
        boolean expires = state == PaymentState.CREATED && !stamp.at().isBefore(approvalDeadline);
        return expires ? expire(stamp, switches) : releaseAtDeadline(stamp, switches);
    }

    /** Time ran out. Whoever calls decides that it has. */
    public Transition expire(EventStamp stamp, RulesSwitches switches) {
        return endUnpaid(PaymentState.EXPIRED, EventName.EXPIRED, stamp, switches);
    }

    /** The capture window closed: what is left of the reservation is released by Vipps itself. */
    public Transition releaseAtDeadline(EventStamp stamp, RulesSwitches switches) {
        Money rest = aggregate.capturable();
        if (rest.isZero() || !isCaptureWindowClosed(stamp.at())) {
            return tooLate();
        }
        Payment released = with(state, aggregate.cancel(rest));
        return switches.lifecycle().autoReleaseSendsEvent()
                ? released.done(EventName.CANCELLED, rest, stamp, Optional.empty())
                : new Transition.Quiet(released);
    }

    /**
     * The bank's doings change. {@link Bank#PROCESSING} is possible while the payment waits for its customer, the troubles
     * with captures once it is authorized.
     */
    public Transition bankIs(Bank now, Instant at) {
        boolean possible =
                switch (now) {
                    case READY -> true;
                    case PROCESSING -> !isTooLateToPay(at);
                    case FUNDS_RELEASED, CAPTURE_FAILING -> state == PaymentState.AUTHORIZED;
                };
        return possible ? new Transition.Quiet(with(state, aggregate, approvalDeadline, capturedAt, now)) : tooLate();
    }

    /** The same payment under what is agreed with its sales unit now. */
    public Payment under(SalesUnit agreed) {
        return new Payment(
                agreed,
                reference,
                pspReference,
                createKey,
                amount,
                state,
                aggregate,
                approvalDeadline,
                authorizedAt,
                capturedAt,
                bank);
    }

    // What can be asked

    /** Until when the bank is held to the reservation. */
    public Optional<Instant> captureGuaranteedUntil() {
        return authorizedAt.map(at -> at.plus(TimeLimits.CAPTURE_GUARANTEE));
    }

    /** When what is left of the reservation is released by itself. */
    public Optional<Instant> captureDeadline() {
        return authorizedAt.map(at -> at.plus(salesUnit.captureWindow()));
    }

    /** Whether {@link #captureDeadline} has come. False for a payment that was never authorized. */
    public boolean isCaptureWindowClosed(Instant now) {
        return authorizedAt.isPresent() && !now.isBefore(authorizedAt.get().plus(salesUnit.captureWindow()));
    }

    private boolean isTooLateToPay(Instant now) {
        return state.isFinal() || !now.isBefore(approvalDeadline);
    }

    private Transition endUnpaid(PaymentState end, EventName name, EventStamp stamp, RulesSwitches switches) {
        if (state.isFinal()) {
            return tooLate();
        }
        boolean asCancelled = switches.lifecycle().unpaidEndsAsCancelled();
        return with(end, asCancelled ? aggregate.cancel(amount) : aggregate)
                .done(name, amount, stamp, Optional.empty());
    }

    private Transition fail(RulesSwitches.UnhappyEnd end, EventStamp stamp, RulesSwitches switches) {
        return switch (end) {
            case ABORTED -> reject(stamp, switches);
            case STAYS_CREATED ->
                new Transition.Failed(event(EventName.AUTHORIZED, amount, stamp, Optional.of(createKey), false));
        };
    }

    /** The bank does not answer: an hour passes before the payment can end by itself. */
    private Payment hanging(Instant at) {
        Instant answer = at.plus(TimeLimits.UNKNOWN_RESULT);
        Instant later = bank == Bank.PROCESSING || answer.isBefore(approvalDeadline) ? approvalDeadline : answer;
        return with(state, aggregate, later, capturedAt, Bank.PROCESSING);
    }

    private Transition tooLate() {
        return new Transition.Refused(new Refusal.TooLate(state));
    }

    private Payment with(PaymentState then, Aggregate after) {
        return with(then, after, approvalDeadline, capturedAt, bank);
    }

    private Payment with(
            PaymentState then, Aggregate after, Instant deadline, Optional<Instant> captured, Bank bankNow) {
        return new Payment(
                salesUnit,
                reference,
                pspReference,
                createKey,
                amount,
                then,
                after,
                deadline,
                authorizedAt,
                captured,
                bankNow);
    }

    private Transition.Done done(EventName name, Money moved, EventStamp stamp, Optional<IdempotencyKey> key) {
        return new Transition.Done(this, event(name, moved, stamp, key, true));
    }

    private PaymentEvent event(
            EventName name, Money moved, EventStamp stamp, Optional<IdempotencyKey> key, boolean success) {
        return new PaymentEvent(
                salesUnit.msn(), reference, stamp.pspReference(), name, moved, stamp.at(), key, success);
    }
}
