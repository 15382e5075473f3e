package dev.kvitt.local.demo;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.AttemptRequested;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.CustomerIdentified;
import dev.kvitt.events.CustomerKnown;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.EventData;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentUncollectable;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.ReceiptPosted;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.RefundRequested;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.SaleOpenedByScan;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The life of a sale across the services, a line an event. */
public final class Timeline {

    private Timeline() {}

    public static List<String> of(List<Seen> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        var start = events.getFirst().at();
        return events.stream()
                .map(seen -> String.format(
                        Locale.ROOT,
                        "  %6d ms  %-17s %-16s %s",
                        Duration.between(start, seen.at()).toMillis(),
                        seen.event().source().replace("kvitt/", ""),
                        seen.topic(),
                        line(seen.event().type().typeName(), seen.event().data())))
                .toList();
    }

    private static String line(String type, EventData data) {
        var name = type.replaceAll("^kvitt\\.(.*)\\.v[0-9]+$", "$1");
        var more = more(data);
        return more.isEmpty() ? name : name + ": " + more;
    }

    private static String more(EventData data) {
        return switch (data) {
            case SaleOpened opened ->
                opened.amount() + (opened.upperBound() ? " at most, at " : " at ") + opened.tillId();
            case SaleOpenedByScan opened ->
                opened.maxAmount() + " at most, at " + opened.sale().tillId();
            case CustomerPresented presented -> presented.customer().kind().toString();
            case CustomerIdentified identified -> identified.customer().kind().toString();
            case AttemptRequested again ->
                again.customer() == null ? "" : again.customer().kind().toString();
            case RefundRequested refund -> refund.amount().toString();
            case CreatePayment create -> create.amount().toString();
            case CapturePayment capture -> capture.amount().toString();
            case RefundPayment refund -> refund.amount().toString();
            case OperationResult result -> result.operationId().kind() + " " + result.outcome();
            case PaymentHappened happened -> happened.name() + " " + happened.amount();
            case AmountConfirmed confirmed -> confirmed.amount().toString();
            case PaymentWaiting waiting -> waiting.why().code();
            case PaymentRequested requested -> requested.amount().toString();
            case PaymentAuthorized authorized ->
                authorized.selectUntil() == null
                        ? authorized.maxAmount().toString()
                        : authorized.maxAmount() + " until " + authorized.selectUntil();
            case PaymentCaptured captured -> captured.amount().toString();
            case PaymentReleased released -> released.amount() + " (" + released.reason() + ")";
            case PaymentSettled settled -> settled.amount().toString();
            case PaymentEnded ended -> ended.how().toString();
            case PaymentRefunded refunded -> refunded.amount().toString();
            case PaymentUncollectable lost ->
                lost.amount() + " (" + lost.refusal().code() + ")";
            case PaymentAtRisk risk -> risk.amount() + " (" + risk.why() + ")";
            case CustomerKnown known -> known.customerId();
            case PaymentFailed failed -> failed.refusal().code();
            case RequestRefused refused -> refused.refusal().code();
            case ReceiptPosted receipt -> receipt.total().toString();
            default -> "";
        };
    }
}
