package dev.kvitt.capture.domain;

import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.UserFlow;
import java.time.Duration;
import java.util.Optional;

/** Asking a customer for a payment: at most one request, and none for a purchase that was given up. */
final class CreateRules {

    private final CreatePayment create;
    private final Limits limits;
    private final String installation;

    CreateRules(CreatePayment create, Limits limits, String installation) {
        this.create = create;
        this.limits = limits;
        this.installation = installation;
    }

    Step next(Situation now) {
        if (now.operation().skippedAt().isPresent()) {
            return givenUp(now);
        }
        if (now.answer().isEmpty()) {
            return now.inDoubt() ? beforeRepeating(now) : beforeSending(now);
        }
        return switch (now.answer().get()) {
            case Answer.Accepted accepted -> accepted(now, accepted);
            case Answer.Refused refused -> refused(now, refused);
            case Answer.CannotBeSent(Refusal why) -> now.inDoubt() ? now.waitLonger() : reject(why);
            case Answer.Busy busy -> busy(now, Waits.asked(busy.retryAfter(), now.usualWait()));
            case Answer.Unknown(Optional<Duration> retryAfter) -> now.wait(Waits.inDoubt(retryAfter, now.usualWait()));
        };
    }

    /** Our rows say it was never sent. They may have been restored to before it was, so we look before we say so. */
    private Step beforeSending(Situation now) {
        if (inTime(now) && !now.operation().seenLate(limits)) {
            return new Step.Send();
        }
        if (now.reading().isEmpty()) {
            return new Step.Ask();
        }
        return switch (now.reading().get()) {
            case Reading.Found found when ours(found) -> succeed(Optional.of(found), found.redirectUrl());
            case Reading.Found _ -> reject(Refusals.REFERENCE_TAKEN);
            case Reading.NotThere _ when inTime(now) -> new Step.Send();
            case Reading.NotThere _ -> reject(Refusals.TOO_LATE);
            case Reading.Unreadable _ when waitedLongEnough(now) -> reject(Refusals.NEVER_ARRIVED);
            case Reading.Unreadable _ -> now.waitLonger();
        };
    }

    private Step beforeRepeating(Situation now) {
        return now.reading().isEmpty()
                ? new Step.Ask()
                : settle(now, now.reading().get(), inTime(now));
    }

    private Step settle(Situation now, Reading reading, boolean mayRepeat) {
        return switch (reading) {
            case Reading.Found found when ours(found) -> succeed(Optional.of(found), found.redirectUrl());
            // Not even shown to others: its sums are not about our sale.
            case Reading.Found _ -> reject(Refusals.REFERENCE_TAKEN);
            case Reading.NotThere _ when mayRepeat -> new Step.Send();
            case Reading.NotThere _ when !now.mayYetArrive(limits) -> reject(Refusals.NEVER_ARRIVED);
            // A customer may have approved it meanwhile: a person is called, and the wait is no longer for that.
            case Reading.Unreadable _
            when now.inDoubt() && !now.mayYetArrive(limits) -> now.wait(now.usualWait(), true);
            case Reading.NotThere _, Reading.Unreadable _ -> now.waitLonger();
        };
    }

    /** A person has given it up: it is not sent again, and what cannot turn up any more is no payment. */
    private Step givenUp(Situation now) {
        if (now.reading().isEmpty()) {
            return new Step.Ask();
        }
        return switch (now.reading().get()) {
            case Reading.Found found when ours(found) -> succeed(Optional.of(found), found.redirectUrl());
            case Reading.Found _ -> reject(Refusals.REFERENCE_TAKEN);
            case Reading.NotThere _ when now.mayYetArrive(limits) -> now.waitForArrival(limits);
            case Reading.NotThere _ -> reject(Refusals.GIVEN_UP);
            case Reading.Unreadable _ -> now.wait(Waits.LONGEST, true);
        };
    }

    /** A reference is unique at its sales unit: having created it is proof enough, the reading only shows it. */
    private Step accepted(Situation now, Answer.Accepted accepted) {
        if (now.reading().isEmpty()) {
            return new Step.Ask();
        }
        var found = now.reading().get() instanceof Reading.Found there
                ? Optional.of(there)
                : Optional.<Reading.Found>empty();
        return succeed(found, accepted.redirectUrl().or(() -> found.flatMap(Reading.Found::redirectUrl)));
    }

    /** Where the app of the one who scanned shows the request, its address is nobody's to open. */
    private Step succeed(Optional<Reading.Found> found, Optional<String> redirectUrl) {
        return new Step.Succeed(found.map(Reading.Found::view), redirectUrl.filter(url -> somebodyOpensIt()));
    }

    private boolean somebodyOpensIt() {
        return create.userFlow() == UserFlow.QR
                || (create.userFlow() == UserFlow.WEB_REDIRECT
                        && create.customer().kind() != Customer.Kind.CUSTOMER_TOKEN);
    }

    /** What did not come from Vipps' API itself is believed only when Vipps shows that nothing came of it. */
    private Step refused(Situation now, Answer.Refused refused) {
        var earlierInDoubt = now.operation().inDoubt();
        if (refused.judged() && !refused.mayExist() && !earlierInDoubt) {
            return reject(refused.refusal());
        }
        if (now.reading().isEmpty()) {
            return new Step.Ask();
        }
        // A key that Vipps' API has refused stays refused, so an earlier try under it can do nothing any more.
        var notThere = now.reading().get() instanceof Reading.NotThere;
        return notThere && !refused.mayExist() && (refused.judged() || !earlierInDoubt)
                ? reject(refused.refusal())
                : settle(now, now.reading().get(), false);
    }

    /** Whoever waits for nothing else is told as soon as it is too late. */
    private Step busy(Situation now, Duration time) {
        var left = Duration.between(now.now(), create.validUntil()).plusMillis(1);
        var tooLong = !now.inDoubt() && left.isPositive() && left.compareTo(time) < 0;
        return now.wait(tooLong ? left : time);
    }

    private boolean inTime(Situation now) {
        return !now.now().isAfter(create.validUntil());
    }

    /** A command from long ago that is read again after a restore gets its time to be looked for, too. */
    private boolean waitedLongEnough(Situation now) {
        var seenAt = now.operation().seenAt();
        var since = seenAt.isAfter(create.validUntil()) ? seenAt : create.validUntil();
        return now.now().isAfter(since.plus(limits.arrival()));
    }

    private boolean ours(Reading.Found found) {
        return PaymentMark.isOn(found, create, installation);
    }

    private static Step reject(Refusal why) {
        return new Step.Reject(why, Optional.empty());
    }
}
