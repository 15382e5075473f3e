package dev.kvitt.payment.domain;

import dev.kvitt.events.Customer.Kind;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something that is under way to the saga. What happens at Vipps has happened before it is told, so that two of these can
 * be told in either order and mean the same.
 */
enum Deed {
    TILL_OPENS(story -> story.opened(Sales.TILL_UP_TO, Kind.PERSONAL_QR)),
    TILL_PRESENTS_A_CUSTOMER(story -> story.presented(Kind.PHONE_NUMBER)),
    TILL_CONFIRMS_A_PART(story -> story.confirmed(3000)),
    TILL_CONFIRMS_ALL(story -> story.confirmed(5000)),
    TILL_CONFIRMS_TOO_MUCH(story -> story.confirmed(5001)),
    TILL_WANTS_ANOTHER_ATTEMPT(Story::anotherAttempt),
    TILL_CANCELS(Story::cancelled),
    TILL_CANCELS_ELSE_REFUNDS(Story::cancelledElseRefunded),
    TILL_WANTS_A_REFUND(story -> story.refundWanted(1000)),
    TILL_WANTS_A_FULL_REFUND(Story::fullRefundWanted),
    RECEIPT_IS_TOLD(Story::receiptTold),
    CUSTOMER_IS_REMEMBERED(Story::remembered),
    PERSON_ORDERS_RELEASE(Story::releaseOrdered),
    SALE_IS_PARKED(Story::parked),
    SALE_IS_UNPARKED(Story::unparked),
    CUSTOMER_APPROVES(stage -> stage.vipps().waitsForCustomer(1), stage -> {
        stage.vipps().approve(1);
        return () -> stage.story().aboutAttempt(1).webhook("AUTHORIZED", 5000);
    }),
    CUSTOMER_DECLINES(stage -> stage.vipps().waitsForCustomer(1), stage -> {
        stage.vipps().decline(1);
        return () -> stage.story().aboutAttempt(1).webhook("ABORTED", 5000);
    }),
    COMMAND_IS_ANSWERED(stage -> stage.nextAnswer().isPresent(), stage -> {
        var answer = stage.nextAnswer().orElseThrow();
        return () -> stage.deliver(answer);
    }),
    VIPPS_IS_SEEN(stage -> stage.vipps().view(1) != null, stage -> {
        var view = stage.vipps().view(1);
        return () -> stage.story().aboutAttempt(1).observed(view);
    }),
    TIME_TO_SELL_IS_OVER(Timer.SELECTION_OVER),
    NOBODY_WANTS_IT_ANY_MORE(Timer.GIVE_UP),
    RESERVATION_ENDS_SOON(Timer.AT_RISK),
    LAST_CALL(Timer.DEADLINE);

    private final Predicate<Stage> possible;
    private final Function<Stage, Runnable> happening;

    Deed(Consumer<Story> input) {
        this(stage -> true, stage -> () -> input.accept(stage.story()));
    }

    Deed(Timer timer) {
        this(stage -> stage.isSet(timer), stage -> () -> {
            if (stage.isSet(timer)) {
                stage.fire(timer);
            }
        });
    }

    Deed(Predicate<Stage> possible, Function<Stage, Runnable> happening) {
        this.possible = possible;
        this.happening = happening;
    }

    boolean isPossible(Stage stage) {
        return possible.test(stage);
    }

    /** It happens now. @return tells the saga of it */
    Runnable happens(Stage stage) {
        return happening.apply(stage);
    }
}
