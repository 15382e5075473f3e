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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is known of the payment's money. Only ever grows, so late, repeated and reordered facts change nothing. What Vipps
 * shows when asked (GET) overrules what was told by events: whoever has a webhook's secret can tell anything.
 *
 * @param state absent until Vipps has shown us the payment, or told of it
 * @param shown that state as Vipps has shown it when asked; absent while only events tell
 * @param seen the largest aggregate Vipps has shown; absent until then
 * @param events amounts of successful events by name and pspReference
 * @param toldAt when each of them came, by our clock; none for those that an earlier build stored
 * @param guaranteedUntil until when the capture is guaranteed; absent when Vipps has not said
 * @param readAt the latest moment at which we asked and got an answer
 * @param shownAt the latest moment at which we asked and were shown the payment
 */
public record Ledger(
        PaymentState state,
        PaymentState shown,
        Aggregate seen,
        Map<String, Money> events,
        Map<String, Instant> toldAt,
        Instant guaranteedUntil,
        Instant readAt,
        Instant shownAt) {

    static final Ledger EMPTY = new Ledger(null, null, null, Map.of(), Map.of(), null, null, null);

    /** For the clocks of several replicas, and for Vipps itself to know everywhere what it has told. */
    static final Duration OVERRULED_AFTER = Duration.ofMinutes(1);

    public Ledger {
        toldAt = toldAt == null ? Map.of() : toldAt;
    }

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
        var foundAt = found ? later(shownAt, at) : shownAt;
        return new Ledger(state, shown, seen, events, toldAt, guaranteedUntil, later(readAt, at), foundAt);
    }

    private static Instant later(Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }

    /** @param now when it came, by our clock: its own time is only what somebody says */
    Ledger with(PaymentHappened event, Instant now) {
        if (!event.success()) {
            return this;
        }
        var id = event.name() + " " + event.pspReference();
        var all = new TreeMap<>(events);
        var times = new TreeMap<>(toldAt);
        if (all.put(id, event.amount()) == null) {
            times.put(id, later(shownAt, now));
        }
        var guarantees = event.name().equals("AUTHORIZED") && event.captureGuaranteedUntil() != null;
        var until = guarantees ? event.captureGuaranteedUntil() : guaranteedUntil;
        return new Ledger(later(state, stateAfter(event.name())), shown, seen, all, times, until, readAt, shownAt);
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
            // Of money that moved Vipps is asked; that there is such a payment is all that it proves.
            case "CREATED", "CAPTURED", "REFUNDED" -> PaymentState.CREATED;
            case "AUTHORIZED" -> PaymentState.AUTHORIZED;
            case "ABORTED" -> PaymentState.ABORTED;
            case "EXPIRED" -> PaymentState.EXPIRED;
            case "TERMINATED" -> PaymentState.TERMINATED;
            default -> null;
        };
    }

    /** Never aggregate plus event: the larger of what Vipps has shown and what it has told adds up to. */
    Aggregate sums(Currency currency) {
        var told = new Aggregate(
                approved(currency), sum("CAPTURED", currency), sum("CANCELLED", currency), sum("REFUNDED", currency));
        return seen == null ? told : seen.max(told);
    }

    /** A payment is approved once; that the customer did it is believed until Vipps shows another end. */
    private Money approved(Currency currency) {
        var shownApproved = seen != null && !seen.authorized().isZero();
        return shownApproved || endedUnpaidForSure()
                ? Money.zero(currency)
                : amounts("AUTHORIZED", currency, id -> true).reduce(Money::max).orElse(Money.zero(currency));
    }

    private Money sum(String name, Currency currency) {
        return sum(name, currency, this::counts);
    }

    /** Nonsense that somebody makes up must not stop us either: another currency is none of ours, and nothing overflows. */
    private Money sum(String name, Currency currency, Predicate<String> which) {
        var sum = amounts(name, currency, which).mapToLong(Money::value).sum();
        return new Money(Math.min(sum, Money.MAX_VALUE), currency);
    }

    private Stream<Money> amounts(String name, Currency currency, Predicate<String> which) {
        return events.entrySet().stream()
                .filter(event -> event.getKey().startsWith(name + " ") && which.test(event.getKey()))
                .map(Map.Entry::getValue)
                .filter(amount -> amount.currency() == currency);
    }

    /**
     * Whether an event of money that moved still counts. Not when Vipps was asked since: what is true of it is in the
     * answer. None does any more once one of them has turned out to be made up: a liar could go on for ever.
     */
    private boolean counts(String id) {
        var over = endedUnpaidForSure() || (nothingLeftForSure() && !id.startsWith("REFUNDED "));
        return !over && !isOverruled(id) && !somebodyLies();
    }

    private boolean isOverruled(String id) {
        return shownAt != null
                && shownAt.isAfter(toldAt.getOrDefault(id, Instant.EPOCH).plus(OVERRULED_AFTER));
    }

    private boolean somebodyLies() {
        if (seen == null) {
            return false;
        }
        var currency = seen.authorized().currency();
        return sum("CAPTURED", currency, this::isOverruled).moreThan(seen.captured())
                || sum("CANCELLED", currency, this::isOverruled).moreThan(seen.cancelled())
                || sum("REFUNDED", currency, this::isOverruled).moreThan(seen.refunded());
    }

    /** Vipps has shown that something was captured. */
    boolean tookMoneyForSure() {
        return seen != null && !seen.captured().isZero();
    }

    boolean capturedAnything() {
        return tookMoneyForSure()
                || events.entrySet().stream()
                        .anyMatch(event -> event.getKey().startsWith("CAPTURED ")
                                && !event.getValue().isZero()
                                && counts(event.getKey()));
    }

    /** Events tell of it, and Vipps has not shown it: it is to be asked before that counts. */
    boolean capturedOnlyTold(Currency currency) {
        return sums(currency).captured().moreThan(capturedForSure(currency));
    }

    boolean cancelledOnlyTold(Currency currency) {
        var shownCancelled = seen == null ? Money.zero(currency) : seen.cancelled();
        return sums(currency).cancelled().moreThan(shownCancelled);
    }

    /** Of any of the sums. */
    boolean toldMoreThanShown(Currency currency) {
        return !events.isEmpty() && !sums(currency).equals(seen);
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
