package dev.kvitt.payment.simulation;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.EventData;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.RequestRefused;

/** Events in few words. */
final class Words {

    private Words() {}

    static String of(EventData what) {
        return switch (what) {
            case CreatePayment create -> create.operationId() + " " + create.userFlow();
            case CapturePayment capture ->
                capture.operationId() + " of " + capture.amount().value();
            case CancelPayment cancel ->
                cancel.operationId() + (cancel.onlyIfNotAuthorized() ? " unless approved" : "");
            case RefundPayment refund ->
                refund.operationId() + " of " + refund.amount().value();
            case PaymentEnded ended -> "attempt " + ended.attempt() + " ended, " + ended.how();
            case PaymentFailed failed ->
                "attempt " + failed.attempt() + " failed, " + failed.refusal().code() + last(failed.done());
            case PaymentReleased released ->
                "attempt " + released.attempt() + " released "
                        + released.amount().value() + ", " + released.reason() + last(released.done());
            case PaymentSettled settled ->
                "attempt " + settled.attempt() + " settled " + settled.amount().value();
            case PaymentCaptured captured ->
                "attempt " + captured.attempt() + " captured "
                        + captured.amount().value();
            case PaymentRefunded refunded -> "refunded " + refunded.amount().value();
            case PaymentWaiting waiting -> "waiting, " + waiting.why().code();
            case RequestRefused refused ->
                "refused " + refused.requestId() + ", " + refused.refusal().code();
            case PaymentAtRisk risk -> "at risk, " + risk.why();
            default -> what.getClass().getSimpleName();
        };
    }

    private static String last(boolean done) {
        return done ? " (last word)" : "";
    }

    static String of(PaymentView view) {
        var sums = view.aggregate();
        return view.state() + " authorized " + sums.authorized().value() + " captured "
                + sums.captured().value() + " cancelled " + sums.cancelled().value() + " refunded "
                + sums.refunded().value();
    }
}
