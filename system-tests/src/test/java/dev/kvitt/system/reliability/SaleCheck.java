package dev.kvitt.system.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.events.Aggregate;
import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Seen;
import dev.kvitt.system.PaymentAtVipps;
import dev.kvitt.system.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One sale at the end of a test: what was said about it, what Vipps shows of it, and what does not fit. */
final class SaleCheck {

    /** As in the local registry. */
    private static final String INSTALLATION = "local";

    private final Msn msn;
    private final List<EventData> said;
    private final AtVipps vipps;
    private final Map<String, List<JsonNode>> writes;
    private final String status;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param events about the sale in the order Kafka had them
     * @param writes all requests that were to change a payment, by {@code msn/reference}
     * @param status what a till is answered that asks
     */
    SaleCheck(String key, List<Seen> events, AtVipps vipps, Map<String, List<JsonNode>> writes, String status) {
        this.msn = new Msn(key.substring(0, key.indexOf('/')));
        this.said = once(events);
        this.vipps = vipps;
        this.writes = writes;
        this.status = status;
    }

    /** What is said again has the id it had. */
    private static List<EventData> once(List<Seen> events) {
        var heard = new HashSet<UUID>();
        return events.stream()
                .map(Seen::event)
                .filter(event -> heard.add(event.id()))
                .<EventData>map(Event::data)
                .toList();
    }

    /** Empty when all is as it must be. */
    List<String> problems() {
        var payments = payments();
        payments.forEach(this::moneyAddsUp);
        payments.forEach(this::toldAsVippsHadIt);
        nothingBeyondWhatWasSold(payments);
        oneEffectForEachOperation(payments.keySet());
        oneAttemptHoldsMoney(payments);
        isOver();
        return problems;
    }

    private void must(boolean so, String otherwise) {
        if (!so) {
            problems.add(otherwise);
        }
    }

    /** Those that came about. */
    private Map<PaymentReference, PaymentAtVipps> payments() {
        var payments = new HashMap<PaymentReference, PaymentAtVipps>();
        said.stream()
                .filter(CreatePayment.class::isInstance)
                .map(create -> ((CreatePayment) create).reference())
                .filter(reference -> effects(reference).stream().anyMatch(entry -> is(entry, "CREATE")))
                .forEach(reference -> payments.computeIfAbsent(reference, each -> vipps.payment(msn, each)));
        return payments;
    }

    private List<JsonNode> effects(PaymentReference reference) {
        return writes.getOrDefault(msn + "/" + reference, List.of()).stream()
                .filter(AtVipps::hasEffect)
                .toList();
    }

    private static boolean is(JsonNode entry, String operation) {
        return entry.get("operation").asText().equals(operation);
    }

    private void moneyAddsUp(PaymentReference reference, PaymentAtVipps payment) {
        var sums = payment.sums();
        var state = payment.state();
        var none = Aggregate.zero(sums.authorized().currency());
        must(!state.equals("CREATED"), "I5: the request " + reference + " is left open");
        must(!sums.refunded().moreThan(sums.captured()), "I1: more is refunded than captured: " + sums);
        switch (state) {
            case "AUTHORIZED" -> {
                must(
                        !sums.captured().plus(sums.cancelled()).moreThan(sums.authorized()),
                        "I1: more is captured and given back than was reserved: " + sums);
                must(sums.capturable().equals(none.captured()), "I5: money is left reserved: " + sums);
            }
            case "TERMINATED" ->
                must(taken(sums).equals(none), "I1: " + reference + " was taken back and has money: " + sums);
            default -> must(sums.equals(none), "I1: " + reference + " is " + state + " and has money: " + sums);
        }
        told(reference).stream()
                .reduce((earlier, later) -> later)
                .ifPresent(ours -> must(
                        (state.equals("AUTHORIZED") ? ours : taken(ours))
                                .equals(state.equals("AUTHORIZED") ? sums : taken(sums)),
                        "I1: we say " + ours + " and Vipps " + sums));
        var lines = sums.captured().moreThan(none.captured());
        must(payment.receipts() == 1 || (!lines && payment.receipts() == 0), "I7: receipts: " + payment.receipts());
    }

    /** What Vipps calls cancelled of a request that was taken back was nobody's money, and may be told before it is read. */
    private static Aggregate taken(Aggregate sums) {
        return new Aggregate(
                sums.authorized(), sums.captured(), Money.zero(sums.cancelled().currency()), sums.refunded());
    }

    /** I4: sums never shrink, and each was Vipps' own at some moment. */
    private void toldAsVippsHadIt(PaymentReference reference, PaymentAtVipps payment) {
        var reserved = payment.holding().isPresent();
        var history = payment.history().stream()
                .map(sums -> reserved ? sums : taken(sums))
                .toList();
        var place = 0;
        for (var ours : told(reference)) {
            var at = history.subList(place, history.size()).indexOf(reserved ? ours : taken(ours));
            must(at >= 0, "I4: " + ours + " was told of " + reference + ", which had " + history + " from " + place);
            place += Math.max(0, at);
        }
    }

    private List<Aggregate> told(PaymentReference reference) {
        return said.stream()
                .flatMap(event -> Told.sums(event, reference).stream())
                .toList();
    }

    private void nothingBeyondWhatWasSold(Map<PaymentReference, PaymentAtVipps> payments) {
        var sold = said.stream()
                .flatMap(event -> sold(event).stream())
                .mapToLong(Money::value)
                .max()
                .orElse(0);
        var captured = payments.values().stream()
                .mapToLong(payment -> payment.sums().captured().value())
                .sum();
        must(captured <= sold, "I1: " + captured + " is captured and " + sold + " was sold");
    }

    /** What the point of sale confirmed, or said to be final when it opened. */
    private static Optional<Money> sold(EventData event) {
        return switch (event) {
            case AmountConfirmed confirmed -> Optional.of(confirmed.amount());
            case SaleOpened opened when opened.selectSeconds() == null -> Optional.of(opened.amount());
            default -> Optional.empty();
        };
    }

    /** I2: whatever has changed something bears the key of an operation that the saga ordered, and each only once. */
    private void oneEffectForEachOperation(Set<PaymentReference> references) {
        var ordered = new HashSet<String>();
        said.stream()
                .filter(PaymentCommand.class::isInstance)
                .map(command -> ((PaymentCommand) command).operationId())
                .forEach(id -> ordered.add(id.kind() + " " + Ids.idempotencyKey(INSTALLATION, msn, id)));
        var done = new HashSet<String>();
        for (var reference : references) {
            for (var effect : effects(reference)) {
                var operation = effect.get("operation").asText() + " "
                        + effect.path("idempotencyKey").asText();
                must(ordered.contains(operation), "I2: nobody ordered " + operation + " on " + reference);
                must(done.add(operation), "I2: done twice: " + operation + " on " + reference);
            }
        }
    }

    private void oneAttemptHoldsMoney(Map<PaymentReference, PaymentAtVipps> payments) {
        var held = payments.values().stream()
                .flatMap(payment -> payment.holding().stream())
                .sorted(java.util.Comparator.comparing(PaymentAtVipps.Holding::from))
                .toList();
        var until = Instant.MIN;
        for (var each : held) {
            must(!each.from().isBefore(until), "I2: two attempts hold money: " + held);
            until = each.until();
        }
    }

    /** A refused request changes nothing; a sale of which nothing else is said was refused as a whole. */
    private void isOver() {
        var last = said.stream()
                .filter(event -> event instanceof PaymentEvent && !(event instanceof RequestRefused))
                .map(PaymentEvent.class::cast)
                .reduce((earlier, later) -> later);
        var refused = said.stream().anyMatch(RequestRefused.class::isInstance);
        must(last.map(PaymentEvent::done).orElse(refused), "I5: the last word is " + last);
        must(last.isEmpty() || status.equals("done"), "I5: a till that asks is answered " + status);
    }
}
