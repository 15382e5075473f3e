package dev.kvitt.operations.domain;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Collects what is said about one payment. Everything it keeps is a set, a least or a most, so the order does not matter. */
final class PaymentFold {

    /** What is true when two are seen: none of these is followed by an earlier one. */
    private static final List<PaymentState> LATEST_FIRST = List.of(
            PaymentState.TERMINATED,
            PaymentState.EXPIRED,
            PaymentState.ABORTED,
            PaymentState.AUTHORIZED,
            PaymentState.CREATED);

    private record Seen(Aggregate aggregate, Instant at) {}

    private final String msn;
    private final PaymentReference reference;
    private final String key;
    private final List<Seen> aggregates = new ArrayList<>();
    private final Map<String, MoneyEvent> moneyEvents = new TreeMap<>();
    private final Set<PaymentState> states = EnumSet.noneOf(PaymentState.class);
    private final Set<Currency> named = EnumSet.noneOf(Currency.class);
    private Money asked;
    private Money shown;
    private String pspReference;
    private Instant createdAt;
    private Instant authorizedAt;
    private Instant lastEventAt;
    private Instant guaranteedUntil;

    PaymentFold(String msn, PaymentReference reference, String key) {
        this.msn = msn;
        this.reference = reference;
        this.key = key;
    }

    /** Something was said about it. */
    void at(Instant time) {
        lastEventAt = latest(lastEventAt, time);
    }

    void asked(Money amount) {
        asked = asked == null || amount.currency() != asked.currency() ? first(asked, amount) : asked.max(amount);
    }

    void requested(Instant at) {
        createdAt = earliest(createdAt, at);
        states.add(PaymentState.CREATED);
    }

    void seen(PaymentView view, Instant at) {
        states.add(view.state());
        shown = shown == null ? view.amount() : first(shown, view.amount());
        pspReference = pspReference == null || view.pspReference().compareTo(pspReference) < 0
                ? view.pspReference()
                : pspReference;
        guaranteed(view.captureGuaranteedUntil());
        told(view.aggregate(), at);
    }

    void told(Aggregate aggregate, Instant at) {
        aggregates.add(new Seen(aggregate, at));
        named.add(aggregate.authorized().currency());
        if (!aggregate.authorized().isZero()) {
            authorizedAt = earliest(authorizedAt, at);
        }
    }

    void guaranteed(Instant until) {
        guaranteedUntil = earliest(guaranteedUntil, Usable.orNull(until));
    }

    void happened(PaymentHappened fact) {
        if (!fact.success()) {
            return;
        }
        named.add(fact.amount().currency());
        guaranteed(fact.captureGuaranteedUntil());
        stateOf(fact.name()).ifPresent(states::add);
        if (fact.name().equals("CREATED")) {
            createdAt = earliest(createdAt, fact.timestamp());
        }
        if (fact.name().equals("AUTHORIZED")) {
            authorizedAt = earliest(authorizedAt, fact.timestamp());
        }
        kindOf(fact.name())
                .ifPresent(kind -> add(new MoneyEvent(
                        msn,
                        reference.value(),
                        fact.pspReference(),
                        kind,
                        fact.amount().value(),
                        fact.amount().currency(),
                        fact.timestamp())));
    }

    private void add(MoneyEvent event) {
        moneyEvents.merge(
                event.kind() + " " + event.pspReference(),
                event,
                (one, two) -> one.amount() != two.amount()
                        ? one.amount() > two.amount() ? one : two
                        : one.at().isAfter(two.at()) ? two : one);
    }

    private static Optional<PaymentState> stateOf(String name) {
        return LATEST_FIRST.stream().filter(state -> state.name().equals(name)).findFirst();
    }

    private static Optional<MoneyEvent.Kind> kindOf(String name) {
        for (var kind : MoneyEvent.Kind.values()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    List<MoneyEvent> moneyEvents() {
        return moneyEvents.values().stream().sorted(MoneyEvent.ORDER).toList();
    }

    Payment payment() {
        return new Payment(
                msn,
                reference.value(),
                key,
                reference.attempt().orElse(null),
                state(),
                pspReference,
                currency(),
                asked != null ? Long.valueOf(asked.value()) : shown != null ? Long.valueOf(shown.value()) : null,
                sum(MoneyEvent.Kind.AUTHORIZED),
                sum(MoneyEvent.Kind.CAPTURED),
                sum(MoneyEvent.Kind.CANCELLED),
                sum(MoneyEvent.Kind.REFUNDED),
                createdAt,
                authorizedAt,
                lastEventAt,
                guaranteedUntil);
    }

    private PaymentState state() {
        if (sum(MoneyEvent.Kind.AUTHORIZED) > 0) {
            states.add(PaymentState.AUTHORIZED);
        }
        return LATEST_FIRST.stream().filter(states::contains).findFirst().orElse(null);
    }

    /** A payment has one; should somebody have named another, that money is not added to it. */
    private Currency currency() {
        return asked != null
                ? asked.currency()
                : shown != null
                        ? shown.currency()
                        : named.stream().min(Comparator.naturalOrder()).orElse(null);
    }

    private long sum(MoneyEvent.Kind kind) {
        return Math.max(
                told(kind)
                        .map(seen -> part(kind).apply(seen.aggregate()).value())
                        .orElse(0L),
                events(kind));
    }

    private long events(MoneyEvent.Kind kind) {
        return moneyEvents.values().stream()
                .filter(event -> event.kind() == kind && event.currency() == currency())
                .mapToLong(MoneyEvent::amount)
                .sum();
    }

    /** The largest of this sum that an aggregate has shown, and when it first did. */
    private Optional<Seen> told(MoneyEvent.Kind kind) {
        return aggregates.stream()
                .filter(seen -> seen.aggregate().authorized().currency() == currency())
                .max(Comparator.comparingLong((Seen seen) ->
                                part(kind).apply(seen.aggregate()).value())
                        .thenComparing(Seen::at, Comparator.reverseOrder()));
    }

    /** Events first, then what only the aggregate knows of. */
    List<Entry> entries() {
        if (currency() == null) {
            return List.of();
        }
        var movements = new ArrayList<Entries.Movement>();
        for (var event : moneyEvents()) {
            if (event.currency() == currency() && event.amount() > 0 && moved(event.kind())) {
                movements.add(new Entries.Movement(event.kind(), event.amount(), event.at()));
            }
        }
        for (var kind : MoneyEvent.Kind.values()) {
            var missing = sum(kind) - events(kind);
            if (missing > 0 && moved(kind)) {
                movements.add(new Entries.Movement(
                        kind, missing, told(kind).orElseThrow().at()));
            }
        }
        movements.sort(Comparator.comparing(Entries.Movement::at)
                .thenComparing(Entries.Movement::kind)
                .thenComparing(Entries.Movement::amount));
        return Entries.of(reference.value(), currency(), movements);
    }

    /** What Vipps calls cancelled of a request that nobody approved was never reserved. */
    private boolean moved(MoneyEvent.Kind kind) {
        return kind != MoneyEvent.Kind.CANCELLED || sum(MoneyEvent.Kind.AUTHORIZED) > 0;
    }

    private static Function<Aggregate, Money> part(MoneyEvent.Kind kind) {
        return switch (kind) {
            case AUTHORIZED -> Aggregate::authorized;
            case CAPTURED -> Aggregate::captured;
            case CANCELLED -> Aggregate::cancelled;
            case REFUNDED -> Aggregate::refunded;
        };
    }

    private static Money first(Money one, Money other) {
        var order = Comparator.comparing(Money::currency).thenComparing(Money::value);
        return one == null || order.compare(other, one) < 0 ? other : one;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static Instant latest(Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
