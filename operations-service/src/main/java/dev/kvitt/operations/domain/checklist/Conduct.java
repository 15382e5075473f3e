package dev.kvitt.operations.domain.checklist;

import dev.kvitt.events.OperationId.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How payments are made and ended. */
final class Conduct {

    /** Long enough for a cancel that Vipps could not take at once. */
    private static final Duration REMAINDER_WITHIN = Duration.ofHours(1);

    /** Vipps' codes for a capture that comes too late. */
    private static final Set<String> TOO_LATE = Set.of("vipps-6100", "vipps-6260");

    /** Letters and digits, no leading zero, and the attempt at its end. */
    private static final Pattern USEFUL =
            Pattern.compile("(?=.*[A-Za-z])(?=.*[0-9])[A-Za-z1-9][A-Za-z0-9-]*-[1-9][0-9]?");

    static final List<Requirement> ALL = List.of(
            Requirement.kept(
                    "errors",
                    "Errors are shown to staff in words they understand.",
                    "Have something refused, such as a refund of more than was paid.",
                    Conduct::told,
                    evidence -> evidence.found(Stream.empty())),
            Requirement.shown(
                    "system-headers",
                    "The system headers are sent.",
                    "Make a sale: Kvitt sends Vipps-System-Name and the others with every request.",
                    payment -> payment.done(Kind.CREATE)
                            .map(deed ->
                                    payment.example(deed.at(), "created by a request with Vipps-System-Name kvitt"))),
            Requirement.shown(
                    "order-details",
                    "Payments have order lines: a receipt.",
                    "Make a sale with lines.",
                    Conduct::receipt),
            Requirement.unbroken(
                    "reference",
                    "References are useful: letters and digits, no leading zero, a new end with each attempt.",
                    "Have tills make saleIds of letters and digits, such as the till, the date and a number.",
                    payment -> useful(payment) ? Optional.of(reference(payment)) : Optional.empty(),
                    payment -> useful(payment) ? Optional.empty() : Optional.of(reference(payment))),
            Requirement.shown(
                    "customer-present",
                    "In a store the customer is said to be present.",
                    "Make a sale at a till.",
                    payment -> payment.asked()
                            .filter(asked -> asked.customerPresent())
                            .map(asked -> payment.example(payment.at(), "CUSTOMER_PRESENT, " + asked.userFlow()))),
            Requirement.kept(
                    "capture-in-time",
                    "Money is captured before its deadline.",
                    "See the board of deadlines: capture or release what is reserved.",
                    evidence -> evidence.find(Conduct::capturedInTime),
                    evidence -> evidence.find(payment -> late(payment, evidence.now()))),
            Requirement.kept(
                    "remainder",
                    "What is not captured is cancelled.",
                    "Make a sale with upperBound and confirm less than was reserved; release what is left of others.",
                    evidence -> evidence.find(Conduct::released),
                    evidence -> evidence.find(payment -> forgotten(payment, evidence.now()))));

    private Conduct() {}

    private static Evidence.Found told(Evidence evidence) {
        return evidence.found(evidence.sales().stream().flatMap(sale -> sale.told().stream()
                .map(told -> new Example(sale.saleId(), told.at(), "the till was told: " + told.code()))));
    }

    private static Optional<Example> receipt(Payment payment) {
        var lines = payment.asked().map(asked -> asked.receipt().size()).orElse(0);
        if (lines > 0 && payment.captured() > 0) {
            return Optional.of(payment.example(payment.at(), lines + (lines == 1 ? " line" : " lines") + " at create"));
        }
        return payment.receiptAt().map(at -> payment.example(at, "posted to Order Management"));
    }

    private static boolean useful(Payment payment) {
        return USEFUL.matcher(payment.reference().value()).matches();
    }

    private static Example reference(Payment payment) {
        return payment.example(payment.at(), "the reference itself");
    }

    private static Optional<Example> capturedInTime(Payment payment) {
        return payment.done(Kind.CAPTURE)
                .map(deed -> payment.example(
                        deed.at(),
                        payment.guaranteedUntil()
                                .map(until -> "guaranteed until " + until)
                                .orElse("no deadline told")));
    }

    private static Optional<Example> late(Payment payment, Instant now) {
        var refused = payment.deeds().stream()
                .filter(deed -> deed.operation().kind() == Kind.CAPTURE)
                .flatMap(deed ->
                        deed.code().filter(TOO_LATE::contains).map(code -> payment.example(deed.at(), code)).stream())
                .findFirst();
        return refused.or(() -> payment.guaranteedUntil()
                .filter(until -> until.isBefore(now) && reserved(payment) > 0)
                .map(until -> payment.example(until, "still reserved")));
    }

    private static Optional<Example> released(Payment payment) {
        return partly(payment) && reserved(payment) == 0
                ? payment.done(Kind.CANCEL).map(deed -> payment.example(deed.at(), "the rest is cancelled"))
                : Optional.empty();
    }

    private static Optional<Example> forgotten(Payment payment, Instant now) {
        return partly(payment) && reserved(payment) > 0
                ? payment.done(Kind.CAPTURE)
                        .filter(deed -> deed.at().isBefore(now.minus(REMAINDER_WITHIN)))
                        .map(deed -> payment.example(deed.at(), "the rest is still reserved"))
                : Optional.empty();
    }

    private static boolean partly(Payment payment) {
        return payment.captured() > 0 && payment.captured() < payment.authorized();
    }

    private static long reserved(Payment payment) {
        return payment.authorized() - payment.captured() - payment.cancelled();
    }
}
