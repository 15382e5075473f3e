package dev.kvitt.operations.domain;

import dev.kvitt.events.CustomerKnown;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentUncollectable;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleParked;
import dev.kvitt.events.SaleUnparked;

/** What points of sale were told, in words. */
final class PaymentWords {

    private PaymentWords() {}

    static Telling of(PaymentEvent event) {
        return switch (event) {
            case PaymentWaiting waiting -> Telling.info("Waiting", sentence(waiting.why()));
            case PaymentRequested asked ->
                Telling.info(
                        "Customer asked",
                        "Attempt %d: the customer can approve %s now%s."
                                .formatted(
                                        asked.attempt(),
                                        asked.amount(),
                                        asked.userFlow() == null ? "" : " (" + asked.userFlow() + ")"),
                        asked.amount());
            case PaymentAuthorized reserved ->
                Telling.good(
                        "Reserved",
                        "The till was told: up to %s may be sold%s."
                                .formatted(
                                        reserved.maxAmount(),
                                        reserved.selectUntil() == null
                                                ? ""
                                                : ", until " + Moment.words(reserved.selectUntil())),
                        reserved.maxAmount());
            case PaymentCaptured captured ->
                Telling.good(
                        "Captured",
                        "The till was told: %s is the merchant's.".formatted(captured.amount()),
                        captured.amount());
            case PaymentReleased released ->
                Telling.info(
                        "Given back",
                        "%s is the customer's again (%s).".formatted(released.amount(), released.reason()),
                        released.amount());
            case PaymentSettled settled ->
                Telling.good(
                        "Settled",
                        "The sale is paid with %s and nothing is left reserved.".formatted(settled.amount()),
                        settled.amount());
            case PaymentRefunded refunded ->
                Telling.info(
                        "Refunded",
                        "%s was paid back to the customer.".formatted(refunded.amount()),
                        refunded.amount());
            default -> trouble(event);
        };
    }

    private static Telling trouble(PaymentEvent event) {
        return switch (event) {
            case PaymentEnded ended ->
                Telling.warn(
                        "Ended without payment",
                        switch (ended.how()) {
                            case CANCELLED -> "It was cancelled, and Vipps shows that nothing is held.";
                            case ABORTED -> "The customer declined; nothing is held.";
                            case EXPIRED -> "The customer did nothing in time; nothing is held.";
                        });
            case PaymentFailed failed -> Telling.warn("No payment came about", sentence(failed.refusal()));
            case PaymentUncollectable lost ->
                Telling.bad(
                        "Cannot be collected",
                        "Goods for %s were handed over and Vipps refuses the capture for good: %s"
                                .formatted(lost.amount(), sentence(lost.refusal())),
                        lost.amount());
            case PaymentAtRisk risk ->
                Telling.bad(
                        "Money at risk: " + risk.why(),
                        "%s of %s is at stake%s."
                                .formatted(
                                        risk.amount(),
                                        risk.reference(),
                                        risk.until() == null ? "" : " and lost at " + Moment.words(risk.until())),
                        risk.amount());
            case RequestRefused refused -> Telling.warn("Request refused", sentence(refused.refusal()));
            case SaleParked parked -> Telling.bad("Parked", sentence(parked.refusal()), null);
            case SaleUnparked _ -> Telling.info("Goes on", "A person has looked, and the sale goes on.");
            case CustomerKnown _ ->
                Telling.info(
                        "Customer known",
                        "The customer agreed to be remembered; the till has an id for the next sale.");
            default ->
                throw new IllegalStateException(
                        "no words for " + event.getClass().getSimpleName());
        };
    }

    private static String sentence(Refusal refusal) {
        return refusal.sentence() + " (" + refusal.code() + ")";
    }
}
