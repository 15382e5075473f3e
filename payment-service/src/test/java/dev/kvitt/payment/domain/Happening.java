package dev.kvitt.payment.domain;

import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentState;
import java.util.Locale;
import java.util.function.Consumer;

/** Every kind of input there is, once in words and once as an input. */
enum Happening {
    OPENED(story -> story.opened(Sales.TILL_UP_TO, Kind.PERSONAL_QR)),
    OPENED_WITHOUT_CUSTOMER(story -> story.opened(Sales.TILL_UP_TO)),
    OPENED_AS_ANOTHER_SALE(story -> story.opened(Sales.TILL)),
    CUSTOMER_PRESENTED(story -> story.presented(Kind.PHONE_NUMBER)),
    PRESSED_PAY_ON_PAGE(story -> story.pressed("https://pay.kvitt.example/p/r/x")),
    AMOUNT_CONFIRMED(story -> story.confirmed(3000)),
    ALL_CONFIRMED(story -> story.confirmed(5000)),
    TOO_MUCH_CONFIRMED(story -> story.confirmed(5001)),
    ANOTHER_ATTEMPT_WANTED(Story::anotherAttempt),
    CANCELLED_BY_TILL(Story::cancelled),
    CANCELLED_ELSE_REFUNDED(Story::cancelledElseRefunded),
    REFUND_WANTED(story -> story.refundWanted(1000)),
    TOO_LARGE_REFUND_WANTED(story -> story.refundWanted(9000)),
    RECEIPT_TOLD(Story::receiptTold),
    CUSTOMER_IS_REMEMBERED(Story::remembered),
    VIPPS_ASKS_THE_CUSTOMER(Story::created),
    VIPPS_REFUSES_TO_ASK(story -> story.createRefused("vipps-4010")),
    THE_CODE_IS_TOO_OLD(story -> story.createRefused("vipps-4060")),
    THE_REFERENCE_IS_TAKEN(story -> story.createRefused("reference-taken")),
    THE_REQUEST_MAY_BE_LOST(Story::createUnknown),
    CUSTOMER_APPROVES(story -> story.webhook("AUTHORIZED", 5000)),
    CUSTOMER_APPROVES_ANOTHER_AMOUNT(story -> story.vippsShows(PaymentState.AUTHORIZED, 4000, 0, 0)),
    AN_OPERATION_FAILED(story -> story.failedWebhook("AUTHORIZED", 5000)),
    CUSTOMER_DECLINES(story -> story.webhook("ABORTED", 5000)),
    CUSTOMER_DOES_NOT_ANSWER(story -> story.webhook("EXPIRED", 5000)),
    THE_REQUEST_IS_WITHDRAWN(Story::terminated),
    WITHDRAWAL_REFUSED_AS_APPROVED(story -> story.cancelRefused(1, "vipps-6060")),
    CAPTURE_TOLD_BY_WEBHOOK(story -> story.webhook("CAPTURED", 3000)),
    CAPTURE_DONE(story -> story.captureDone(3000)),
    CAPTURE_REFUSED(story -> story.captureRefused("vipps-6260")),
    CAPTURE_UNKNOWN(Story::captureUnknown),
    RELEASE_DONE(story -> story.cancelDone(1, 0, 5000)),
    REST_RELEASED(story -> story.cancelDone(1, 3000, 2000)),
    RELEASE_REFUSED(story -> story.cancelRefused(1)),
    RELEASE_UNKNOWN(story -> story.cancelUnknown(1)),
    REFUND_DONE(story -> story.refundDone(1, 3000, 1000)),
    REFUND_REFUSED(story -> story.refundRefused(1)),
    OTHERS_RELEASED_IT(story -> story.vippsShows(PaymentState.AUTHORIZED, 5000, 0, 5000)),
    VIPPS_KNOWS_NO_SUCH_PAYMENT(Story::vippsKnowsNothing),
    TIME_TO_ASK_VIPPS(story -> story.timer(Timer.POLL)),
    TIME_TO_SELL_IS_OVER(story -> story.timer(Timer.SELECTION_OVER)),
    TIME_TO_GIVE_UP(story -> story.timer(Timer.GIVE_UP)),
    TIME_TO_RELEASE_AGAIN(story -> story.timer(Timer.RELEASE_AGAIN)),
    TIME_TO_CAPTURE(story -> story.timer(Timer.CAPTURE_NOW)),
    RESERVATION_ENDS_SOON(story -> story.timer(Timer.AT_RISK)),
    LAST_CALL(story -> story.timer(Timer.DEADLINE)),
    IT_WAS_SAID_TO_HAVE_ENDED(Story::saidToHaveEnded),
    PARKED(Story::parked),
    UNPARKED(Story::unparked),
    RELEASE_ORDERED_BY_A_PERSON(Story::releaseOrdered);

    private final Consumer<Story> how;

    Happening(Consumer<Story> how) {
        this.how = how;
    }

    Story in(Story story) {
        how.accept(story);
        return story;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("vipps", "Vipps");
    }
}
