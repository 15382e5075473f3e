package dev.kvitt.payment.domain;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of the payment's money. Only ever grows, so late, repeated and reordered facts change nothing. What Vipps
 * shows when asked (GET) overrules what was told by events: whoever has a webhook's secret can tell anything.
 *
 * @param state absent until Vipps has shown us the payment, or told of it
 * @param shown that state as Vipps has shown it when asked; absent while only events tell
 * @param seen the largest aggregate Vipps has shown; absent until then
 * @param events amounts of successful events by name and pspReference
 * @param toldAt when the last of them came, by our clock; absent before the first
 * @param guaranteedUntil until when the capture is guaranteed; absent when Vipps has not said
 * @param readAt the latest moment at which we asked and got an answer
 * @param shownAt the latest moment at which we asked and were shown the payment
 */
public record Ledger(
        PaymentState state,
        PaymentState shown,
        Aggregate seen,
        Map<String, Money> events,
        Instant toldAt,
        Instant guaranteedUntil,
        Instant readAt,
        Instant shownAt) {

    static final Ledger EMPTY = new Ledger(null, null, null, Map.of(), null, null, null, null);

    /** For the clocks of several replicas, and for Vipps itself to know everywhere what it has told. */
    static final Duration OVERRULED_AFTER = Duration.ofMinutes(1);

    public Ledger with(PaymentView view) {
        var latest = seen == null ? view.aggregate() : seen.max(view.aggregate());
        var until = view.captureGuaranteedUntil() == null ? guaranteedUntil : view.captureGuaranteedUntil();
        var overruled = isFinal(view.state()) && !isFinal(shown) ? null : state;
        return new Ledger(
                later(overruled, view.state()),
                later(shown, view.state()),
                latest,
                events,
                toldAt,
                until,
                readAt,
                shownAt);
    }

    /** @param found false when Vipps knew no such payment, which proves nothing: a create may still be under way */
    Ledger readAt(Instant at, boolean found) {
        return new Ledger(
                state,
                shown,
                seen,
                events,
                toldAt,
                guaranteedUntil,
                later(readAt, at),
                found ? later(shownAt, at) : shownAt);
    }

    private static Instant later(Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }

    /** @param now when it came, by our clock: its own time is only what somebody says */
    Ledger with(PaymentHappened event, Instant now) {
        var id = event.name() + " " + event.pspReference();
        if (!event.success()) {
            return this;
        }
        var all = new TreeMap<>(events);
        var at = all.put(id, event.amount()) == null ? later(shownAt, now) : toldAt;
        var until = event.captureGuaranteedUntil() == null ? guaranteedUntil : event.captureGuaranteedUntil();
        return new Ledger(later(state, stateAfter(event.name())), shown, seen, all, at, until, readAt, shownAt);
    }

    /** AUTHORIZED, ABORTED, EXPIRED and TERMINATED are final: whichever is known stays. */
    private static PaymentState later(PaymentState one, PaymentState other) {
        return isFinal(one) || other == null ? one : other;
    }

    private static boolean isFinal(PaymentState state) {
        return state != null && state != PaymentState.CREATED;
    }

    private static PaymentState stateAfter(String eventName) {
        return switch (eventName) {
            case "CREATED" -> PaymentState.CREATED;
            case "AUTHORIZED", "CAPTURED", "REFUNDED" -> PaymentState.AUTHORIZED;
            case "ABORTED" -> PaymentState.ABORTED;
            case "EXPIRED" -> PaymentState.EXPIRED;
            case "TERMINATED" -> PaymentState.TERMINATED;
            default -> null;
        };
    }

    /** Never aggregate plus event: the larger of what Vipps has shown and what it has told adds up to. */
    Aggregate sums(Currency currency) {
        var told = new Aggregate(
                sum("AUTHORIZED", currency),
                sum("CAPTURED", currency),
                sum("CANCELLED", currency),
                sum("REFUNDED", currency));
        return seen == null ? told : seen.max(told);
    }

    /** Nonsense that somebody makes up must not stop us either: another currency is none of ours, and nothing overflows. */
    private Money sum(String name, Currency currency) {
        var sum = eventsThatCount().entrySet().stream()
                .filter(event -> event.getKey().startsWith(name + " "))
                .map(Map.Entry::getValue)
                .filter(amount -> amount.currency() == currency)
                .mapToLong(Money::value)
                .sum();
        return new Money(Math.min(sum, Money.MAX_VALUE), currency);
    }

    /** Not those that Vipps was asked about since: what is true of them is in its answer. */
    private Map<String, Money> eventsThatCount() {
        if (eventsAreOverruled() || endedUnpaidForSure()) {
            return Map.of();
        }
        if (!nothingLeftForSure()) {
            return events;
        }
        // Nothing more can be captured or given back, whatever is told.
        var refunds = new TreeMap<>(events);
        refunds.keySet().removeIf(name -> !name.startsWith("REFUNDED "));
        return refunds;
    }

    private boolean eventsAreOverruled() {
        return shownAt != null && toldAt != null && shownAt.isAfter(toldAt.plus(OVERRULED_AFTER));
    }

    boolean capturedAnything() {
        return (seen != null && !seen.captured().isZero())
                || eventsThatCount().keySet().stream().anyMatch(name -> name.startsWith("CAPTURED "));
    }

    /** Events tell of it, and Vipps has not shown it: it is to be asked before that counts. */
    boolean capturedOnlyTold(Currency currency) {
        return sums(currency).captured().moreThan(capturedForSure(currency));
    }

    /** Of any of the sums. */
    boolean toldMoreThanShown(Currency currency) {
        return toldAt != null && !sums(currency).equals(seen);
    }

    boolean cancelledOnlyTold(Currency currency) {
        var shownCancelled = seen == null ? Money.zero(currency) : seen.cancelled();
        return sums(currency).cancelled().moreThan(shownCancelled);
    }

    /** Its money counts: reserved, or taken, or both in turn. */
    boolean holdsOrTookMoney() {
        return state == PaymentState.AUTHORIZED && (capturedAnything() || !nothingLeftForSure());
    }

    boolean isWaitingForCustomer() {
        return state == PaymentState.CREATED;
    }

    boolean isReserved() {
        return state == PaymentState.AUTHORIZED;
    }

    /** Vipps has shown or told that it ended without anything reserved. */
    boolean endedUnpaid() {
        return state == PaymentState.ABORTED || state == PaymentState.EXPIRED || state == PaymentState.TERMINATED;
    }

    /** Vipps itself has shown that it ended without anything reserved. */
    private boolean endedUnpaidForSure() {
        return endedUnpaid() && shown == state;
    }

    boolean endOnlyTold() {
        return endedUnpaid() && shown != state;
    }

    /** What is held of the customer's money and could be captured; zero unless AUTHORIZED. */
    Money capturable(Currency currency) {
        return state == PaymentState.AUTHORIZED ? sums(currency).capturable() : Money.zero(currency);
    }

    /** Captured according to an aggregate; what webhooks alone say is not enough to tell a till. */
    Money capturedForSure(Currency currency) {
        return seen == null ? Money.zero(currency) : seen.captured();
    }

    /** Paid back according to an aggregate. */
    Money refundedForSure(Currency currency) {
        return seen == null ? Money.zero(currency) : seen.refunded();
    }

    /** All that was authorized is captured or given back, according to an aggregate. */
    boolean nothingLeftForSure() {
        return seen != null
                && state == PaymentState.AUTHORIZED
                && !seen.authorized().isZero()
                && seen.capturable().isZero();
    }
}
