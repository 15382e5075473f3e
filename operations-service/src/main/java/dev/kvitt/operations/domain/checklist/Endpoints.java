package dev.kvitt.operations.domain.checklist;

import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Every call of the ePayment API. */
final class Endpoints {

    static final List<Requirement> ALL = List.of(
            Requirement.shown("create", "Payments are created.", "Make a sale.", payment -> payment.done(Kind.CREATE)
                    .map(deed -> payment.example(deed.at(), asked(payment)))),
            Requirement.shown(
                    "get",
                    "A payment's details are asked for.",
                    "Make a sale and decline it, or ask Vipps MobilePay about a sale in the console: what is known already is not told again.",
                    payment -> polled(payment).map(seen -> payment.example(seen.at(), "read as " + seen.state()))),
            new Requirement("event-log", EventLog.TEXT, EventLog.TODO, EventLog::judge),
            money(
                    "full-capture",
                    "All of a reservation is captured.",
                    "Make a sale and approve it.",
                    Kind.CAPTURE,
                    payment -> payment.captured() > 0 && payment.captured() == payment.authorized()),
            money(
                    "partial-capture",
                    "A part of a reservation is captured.",
                    "Make a sale with upperBound and confirm less than was reserved.",
                    Kind.CAPTURE,
                    payment -> payment.captured() > 0 && payment.captured() < payment.authorized()),
            money(
                    "cancel",
                    "A reservation is cancelled.",
                    "Reserve, then cancel the sale.",
                    Kind.CANCEL,
                    payment -> payment.cancelled() > 0),
            money(
                    "full-refund",
                    "All that was captured is refunded.",
                    "Refund a sale completely.",
                    Kind.REFUND,
                    payment -> payment.refunded() > 0 && payment.refunded() == payment.captured()),
            money(
                    "partial-refund",
                    "A part of what was captured is refunded.",
                    "Refund a part of a sale.",
                    Kind.REFUND,
                    payment -> payment.refunded() > 0 && payment.refunded() < payment.captured()));

    private Endpoints() {}

    private static Requirement money(String id, String text, String todo, Kind kind, Predicate<Payment> wanted) {
        return Requirement.shown(id, text, todo, payment -> Optional.of(payment)
                .filter(wanted)
                .flatMap(each -> each.done(kind))
                .map(deed -> payment.example(deed.at(), sums(payment))));
    }

    static Optional<Payment.Shown> polled(Payment payment) {
        return payment.states().stream()
                .filter(seen -> seen.by() == Payment.By.POLL)
                .findFirst();
    }

    private static String asked(Payment payment) {
        return payment.asked()
                .map(asked -> amount(asked.amount()) + " by " + asked.userFlow())
                .orElse("created");
    }

    private static String sums(Payment payment) {
        var sums = payment.sums().orElseThrow();
        return "%s reserved, %s captured, %s cancelled, %s refunded"
                .formatted(
                        amount(sums.authorized()),
                        amount(sums.captured()),
                        amount(sums.cancelled()),
                        amount(sums.refunded()));
    }

    static String amount(Money money) {
        return String.format(Locale.ROOT, "%d.%02d %s", money.value() / 100, money.value() % 100, money.currency());
    }
}
