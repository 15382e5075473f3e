package dev.kvitt.operations.domain;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SkipRefused;
import java.util.Locale;

/** What is to be done at Vipps and what came of it, in words. */
final class CommandWords {

    private CommandWords() {}

    static Telling of(PaymentCommand command) {
        return switch (command) {
            case CreatePayment create ->
                Telling.info(
                        "Ask the customer",
                        "Payment %s over %s is to be made (%s), for %s."
                                .formatted(
                                        create.reference(),
                                        create.amount(),
                                        create.userFlow(),
                                        PointOfSaleWords.customer(create.customer())),
                        create.amount());
            case CapturePayment capture ->
                Telling.info(
                        "Capture",
                        "%s of %s is to be captured.".formatted(capture.amount(), capture.reference()),
                        capture.amount());
            case CancelPayment cancel ->
                Telling.info(
                        "Give back",
                        "Whatever of %s is not captured is to be given back%s."
                                .formatted(
                                        cancel.reference(),
                                        cancel.onlyIfNotAuthorized() ? ", unless the customer has approved" : ""));
            case RefundPayment refund ->
                Telling.info(
                        "Refund",
                        "%s of %s is to be paid back.".formatted(refund.amount(), refund.reference()),
                        refund.amount());
        };
    }

    static Telling of(OperationResult result) {
        var what = name(result.operationId());
        var stands = result.view() == null
                ? ""
                : " " + VippsWords.stands(result.operationId().reference().value(), result.view());
        return switch (result.outcome()) {
            case SUCCEEDED -> Telling.info(what + " succeeded", "Vipps did it." + stands);
            case REJECTED -> Telling.warn(what + " was refused", why(result.refusal()) + stands);
            case UNKNOWN ->
                Telling.warn(
                        what + ": outcome unknown",
                        "It may have been done or not, and is found out; nothing else happens to this payment"
                                + " meanwhile. "
                                + why(result.refusal())
                                + stands);
        };
    }

    static Telling of(SkipRefused refused) {
        return Telling.warn(
                name(refused.operationId()) + " was not given up", why(refused.refusal()) + " Nothing was changed.");
    }

    private static String why(Refusal refusal) {
        return refusal == null ? "" : refusal.sentence() + " (" + refusal.code() + ")";
    }

    private static String name(OperationId id) {
        var kind = id.kind().name();
        return kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT);
    }
}
