package dev.kvitt.payment.domain;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of the payment's money. Only ever grows, so late, repeated and reordered facts change nothing.
 *
 * @param state absent until Vipps has shown us the payment
 * @param seen the largest aggregate Vipps has shown; absent until then
 * @param events amounts of successful events by name and pspReference
 * @param guaranteedUntil until when the capture is guaranteed; absent when Vipps has not said
 * @param readAt the latest moment at which we asked and got an answer
 */
public record Ledger(
        PaymentState state, Aggregate seen, Map<String, Money> events, Instant guaranteedUntil, Instant readAt) {

    static final Ledger EMPTY = new Ledger(null, null, Map.of(), null, null);

    public Ledger with(PaymentView view) {
        var latest = seen == null ? view.aggregate() : seen.max(view.aggregate());
        var until = view.captureGuaranteedUntil() == null ? guaranteedUntil : view.captureGuaranteedUntil();
        return new Ledger(later(view.state()), latest, events, until, readAt);
    }

    Ledger readAt(Instant at) {
        return readAt != null && readAt.isAfter(at) ? this : new Ledger(state, seen, events, guaranteedUntil, at);
    }

    Ledger with(PaymentHappened event) {
        if (!event.success()) {
            return this;
        }
        var all = new TreeMap<>(events);
        all.put(event.name() + " " + event.pspReference(), event.amount());
        var until = event.captureGuaranteedUntil() == null ? guaranteedUntil : event.captureGuaranteedUntil();
        return new Ledger(later(stateAfter(event.name())), seen, all, until, readAt);
    }

    /** AUTHORIZED, ABORTED, EXPIRED and TERMINATED are final: whichever is known stays. */
    private PaymentState later(PaymentState other) {
        return state == null || state == PaymentState.CREATED ? (other == null ? state : other) : state;
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

    private Money sum(String name, Currency currency) {
        return events.entrySet().stream()
                .filter(event -> event.getKey().startsWith(name + " "))
                .map(Map.Entry::getValue)
                .reduce(Money.zero(currency), Money::plus);
    }

    boolean capturedAnything() {
        return (seen != null && !seen.captured().isZero())
                || events.keySet().stream().anyMatch(name -> name.startsWith("CAPTURED "));
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
