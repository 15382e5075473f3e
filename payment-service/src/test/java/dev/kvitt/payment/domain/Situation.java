package dev.kvitt.payment.domain;

import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentState;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** A sale of a till that may sell up to 50.00 and confirms, brought into each phase. */
enum Situation {
    NEW(Phase.NEW, story -> {}),
    WAITING_FOR_CUSTOMER(Phase.WAITING, story -> story.opened(Sales.TILL_UP_TO)),
    WAITING_FOR_ANOTHER_SCAN(Phase.WAITING, story -> asking(story).createRefused("vipps-4060")),
    ASKING(Phase.ASKING, Situation::asking),
    NOT_KNOWN_WHETHER_ASKED(Phase.ASKING, story -> asking(story).createUnknown()),
    REQUESTED(Phase.REQUESTED, Situation::requested),
    WITHDRAWING_FOR_ANOTHER_ATTEMPT(Phase.WITHDRAWING, story -> requested(story).anotherAttempt()),
    WITHDRAWING_FOR_A_CANCEL(Phase.WITHDRAWING, story -> requested(story).cancelled()),
    AUTHORIZED(Phase.AUTHORIZED, Situation::authorized),
    CAPTURING(Phase.CAPTURING, Situation::capturing),
    RELEASING_THE_REST(Phase.RELEASING, story -> capturing(story).captureDone(3000)),
    RELEASING_FOR_A_CANCEL(Phase.RELEASING, story -> authorized(story).cancelled()),
    SETTLED(Phase.SETTLED, Situation::settled),
    REFUNDING(Phase.REFUNDING, story -> settled(story).refundWanted(1000)),
    RELEASED(Phase.RELEASED, story -> authorized(story)
            .later(Duration.ofSeconds(65))
            .timer(Timer.SELECTION_OVER)
            .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
            .cancelDone(1, 0, 5000)),
    CANCELLED(Phase.CANCELLED, story -> requested(story).cancelled().terminated()),
    ABORTED(Phase.ABORTED, story -> requested(story).vippsShows(PaymentState.ABORTED, 0, 0, 0)),
    EXPIRED(Phase.EXPIRED, story -> requested(story).vippsShows(PaymentState.EXPIRED, 0, 0, 0)),
    FAILED(Phase.FAILED, story -> asking(story).createRefused("vipps-4010")),
    NOT_OURS(Phase.FAILED, story -> asking(story).createRefused("reference-taken")),
    UNCOLLECTABLE(Phase.UNCOLLECTABLE, story -> capturing(story).captureRefused("vipps-6260")),
    PARKED_UNPAID(Phase.PARKED, story -> requested(story).parked()),
    PARKED_WITH_MONEY(Phase.PARKED, story -> authorized(story).parked());

    private final Phase phase;
    private final Consumer<Story> beginning;

    Situation(Phase phase, Consumer<Story> beginning) {
        this.phase = phase;
        this.beginning = beginning;
    }

    Phase phase() {
        return phase;
    }

    /** A new telling, up to here. */
    Story story() {
        var story = new Story();
        beginning.accept(story);
        return story;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Story asking(Story story) {
        return story.opened(Sales.TILL_UP_TO, Kind.PERSONAL_QR);
    }

    private static Story requested(Story story) {
        return asking(story).created();
    }

    private static Story authorized(Story story) {
        return requested(story).webhook("AUTHORIZED", 5000);
    }

    private static Story capturing(Story story) {
        return authorized(story).confirmed(3000);
    }

    private static Story settled(Story story) {
        return capturing(story).captureDone(3000).cancelDone(1, 3000, 2000);
    }
}
