package dev.kvitt.operations.domain.checklist;

import dev.kvitt.events.PaymentState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that can come of a payment, and both ways to hear of it. */
final class Outcomes {

    private static final Map<PaymentState, String> TO_GET = Map.of(
            PaymentState.CREATED, "Make a sale.",
            PaymentState.AUTHORIZED, "Make a sale and approve it.",
            PaymentState.ABORTED, "Make a sale and decline it in the app.",
            PaymentState.EXPIRED, "Make a sale and let its ten minutes run out.",
            PaymentState.TERMINATED, "Make a sale and cancel it before it is approved.");

    static final List<Requirement> ALL =
            Stream.of(heard(), states(), events()).flatMap(List::stream).toList();

    private Outcomes() {}

    private static List<Requirement> heard() {
        return List.of(
                Requirement.shown(
                        "webhooks",
                        "Webhooks are received.",
                        "Make a sale. Hears webhook-gateway no webhook, its registration or address is wrong.",
                        payment -> payment.facts().stream()
                                .findFirst()
                                .map(fact -> payment.example(fact.at(), names(payment)))),
                Requirement.shown(
                        "polling",
                        "Payments are asked for too: neither webhooks nor the return of the customer are relied on alone.",
                        "Make a sale and decline it, or ask Vipps MobilePay about a sale in the console.",
                        payment -> Endpoints.polled(payment)
                                .map(seen -> payment.example(seen.at(), "found by asking to be " + seen.state()))));
    }

    private static String names(Payment payment) {
        return payment.facts().stream().map(Payment.Fact::name).distinct().collect(Collectors.joining(", "));
    }

    private static List<Requirement> states() {
        return Stream.of(PaymentState.values())
                .map(state -> Requirement.shown(
                        "state-" + state.name().toLowerCase(Locale.ROOT),
                        "The state " + state + " is handled.",
                        TO_GET.get(state),
                        payment -> payment.states().stream()
                                .filter(seen -> seen.state() == state)
                                .findFirst()
                                .map(seen ->
                                        payment.example(seen.at(), seen.by().text()))))
                .toList();
    }

    private static List<Requirement> events() {
        return Map.of(
                        "CAPTURED",
                        "Make a sale and approve it.",
                        "CANCELLED",
                        "Reserve, then cancel the sale.",
                        "REFUNDED",
                        "Refund a sale.")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(event -> Requirement.shown(
                        "event-" + event.getKey().toLowerCase(Locale.ROOT),
                        "The event " + event.getKey() + " is handled.",
                        event.getValue(),
                        payment -> payment.facts().stream()
                                .filter(fact -> fact.name().equals(event.getKey()))
                                .findFirst()
                                .map(fact -> payment.example(fact.at(), Endpoints.amount(fact.amount())))))
                .toList();
    }
}
