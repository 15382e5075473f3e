package dev.kvitt.operations.domain;

import dev.kvitt.events.CheckedIn;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.VippsFact;

/** What Vipps told, in words. */
final class VippsWords {

    private VippsWords() {}

    static Telling of(VippsFact fact) {
        return switch (fact) {
            case PaymentHappened happened
            when !happened.success() ->
                Telling.warn(
                        "Webhook: " + happened.name() + " failed",
                        "Vipps tried %s of %s on %s and did not succeed; no money moved."
                                .formatted(happened.name(), happened.amount(), happened.reference()));
            case PaymentHappened happened -> happened(happened);
            case PaymentObserved observed
            when observed.view() == null ->
                Telling.info(
                        "Asked Vipps: not found",
                        "Vipps knew no payment %s then. That is no proof that there will be none."
                                .formatted(observed.reference()));
            case PaymentObserved observed ->
                Telling.info(
                        "Asked Vipps: " + observed.view().state(),
                        stands(observed.reference().value(), observed.view()));
            case CheckedIn scan ->
                Telling.info("Customer checked in", "A customer scanned code %s.".formatted(scan.merchantQrId()));
        };
    }

    private static Telling happened(PaymentHappened fact) {
        var title = "Webhook: " + fact.name();
        var text = "%s: %s.".formatted(fact.reference(), meaning(fact));
        return switch (fact.name()) {
            case "AUTHORIZED", "CAPTURED" -> Telling.good(title, text, fact.amount());
            case "ABORTED", "EXPIRED" -> Telling.warn(title, text);
            default -> Telling.info(title, text, fact.amount());
        };
    }

    private static String meaning(PaymentHappened fact) {
        return switch (fact.name()) {
            case "CREATED" -> "the payment request over %s is there".formatted(fact.amount());
            case "AUTHORIZED" -> "the customer approved and %s is reserved".formatted(fact.amount());
            case "CAPTURED" -> "%s was captured".formatted(fact.amount());
            case "CANCELLED" -> "%s was given back to the customer unused".formatted(fact.amount());
            case "REFUNDED" -> "%s was paid back to the customer".formatted(fact.amount());
            case "ABORTED" -> "the customer declined";
            case "EXPIRED" -> "the customer did nothing in time";
            case "TERMINATED" -> "the payment request was ended before the customer approved";
            default -> "an event that this version does not know";
        };
    }

    /** The four sums of a payment in one sentence. */
    static String stands(String reference, PaymentView view) {
        var sums = view.aggregate();
        return "%s is %s at Vipps: %s reserved in all, %s captured, %s given back, %s refunded."
                .formatted(
                        reference, view.state(), sums.authorized(), sums.captured(), sums.cancelled(), sums.refunded());
    }
}
