package dev.kvitt.capture.domain;

import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import java.time.Duration;
import java.util.Optional;

/** Capture, cancel and refund: they have no age limit, and the payment itself tells what was done. */
final class ModificationRules {

    private final Effect effect;
    private final Limits limits;
    private final String installation;

    ModificationRules(Effect effect, Limits limits, String installation) {
        this.effect = effect;
        this.limits = limits;
        this.installation = installation;
    }

    Step next(Situation now) {
        if (now.operation().skippedAt().isPresent()) {
            return givenUp(now);
        }
        if (now.answer().isEmpty()) {
            return now.inDoubt() ? inDoubt(now) : beforeSending(now);
        }
        return switch (now.answer().get()) {
            case Answer.Accepted accepted -> accepted(now, accepted.view());
            case Answer.Refused refused -> refused(now, refused);
            case Answer.CannotBeSent(Refusal why) ->
                now.inDoubt() ? now.wait(Waits.LONGEST, true) : new Step.Reject(why, Optional.empty());
            case Answer.Busy busy -> busy(now, Waits.asked(busy.retryAfter(), now.usualWait()));
            case Answer.Unknown(Optional<Duration> retryAfter) ->
                waitInDoubt(now, Waits.inDoubt(retryAfter, now.usualWait()));
        };
    }

    /** A payment that is not proved to be ours is looked at first: another's is never written to. */
    private Step beforeSending(Situation now) {
        var operation = now.operation();
        var proved = operation.creation().proves();
        if (proved && !operation.seenLate(limits)) {
            return new Step.Send();
        }
        if (now.reading().isEmpty()) {
            return new Step.Ask();
        }
        return switch (now.reading().get()) {
            case Reading.Found found
            when !PaymentMark.isOn(found, operation, installation) ->
                new Step.Reject(Refusals.REFERENCE_TAKEN, Optional.empty());
            case Reading.Found found when effect.shownBy(operation, found) -> succeed(found);
            case Reading.NotThere _ when !proved -> new Step.Reject(Refusals.NO_SUCH_PAYMENT, Optional.empty());
            case Reading.Found _, Reading.NotThere _ -> new Step.Send();
            case Reading.Unreadable _ -> now.waitLonger();
        };
    }

    private Step inDoubt(Situation now) {
        if (keyTrusted(now)) {
            return new Step.Send();
        }
        if (now.reading().isEmpty()) {
            return new Step.Ask();
        }
        return now.reading().get() instanceof Reading.Found found
                        && !effect.shownBy(now.operation(), found)
                        && effect.repeatableOn(found.view())
                ? new Step.Send()
                : byThePayment(now);
    }

    /**
     * Vipps may remember under a key that it could not do it (6280), and then says so for ever. Others may have done it
     * meanwhile, or it cannot be done any more: the payment tells. Otherwise it goes on with its only key, and a person
     * is called.
     */
    private Step busy(Situation now, Duration time) {
        if (!now.operation().triedFor(limits.idempotencyTrust(), now.now())) {
            return now.wait(time);
        }
        return now.reading().isEmpty() ? new Step.Ask() : byThePayment(now);
    }

    private Step byThePayment(Situation now) {
        return switch (now.reading().get()) {
            case Reading.Found found when effect.shownBy(now.operation(), found) -> succeed(found);
            case Reading.Found found ->
                effect.ruledOutBy(found.view())
                        .<Step>map(why -> new Step.Reject(why, Optional.of(found.view())))
                        .orElseGet(() -> now.wait(Waits.LONGEST, true));
            case Reading.NotThere _, Reading.Unreadable _ -> now.wait(Waits.LONGEST, true);
        };
    }

    /** A person has given it up: it is not sent again, and what Vipps does not show when nothing can arrive any more was not done. */
    private Step givenUp(Situation now) {
        if (now.reading().isEmpty()) {
            return new Step.Ask();
        }
        return switch (now.reading().get()) {
            case Reading.Found found
            when !PaymentMark.isOn(found, now.operation(), installation) ->
                new Step.Reject(Refusals.REFERENCE_TAKEN, Optional.empty());
            case Reading.Found found when effect.shownBy(now.operation(), found) -> succeed(found);
            case Reading.Found found when effect.logIsBehind(found) -> now.wait(Waits.LONGEST, true);
            case Reading.Found _, Reading.NotThere _ when now.mayYetArrive(limits) -> now.waitForArrival(limits);
            case Reading.Found found -> new Step.Reject(Refusals.GIVEN_UP, Optional.of(found.view()));
            case Reading.NotThere _ -> new Step.Reject(Refusals.GIVEN_UP, Optional.empty());
            case Reading.Unreadable _ -> now.wait(Waits.LONGEST, true);
        };
    }

    private Step accepted(Situation now, Optional<PaymentView> view) {
        if (view.filter(effect::shownBy).isPresent()) {
            return new Step.Succeed(view);
        }
        if (now.reading().isEmpty()) {
            return new Step.Ask();
        }
        return now.reading().get() instanceof Reading.Found found && effect.shownBy(now.operation(), found)
                ? succeed(found)
                : waitLonger(now);
    }

    /** Only what Vipps' API has judged is a no. What its gateway turned away is sent again with the same key. */
    private Step refused(Situation now, Answer.Refused refused) {
        if (now.reading().isEmpty()) {
            return new Step.Ask();
        }
        var mayYetBeDone = refused.mayExist() || !refused.judged();
        return switch (now.reading().get()) {
            case Reading.Found found when effect.shownBy(now.operation(), found) -> succeed(found);
            // The sums show what an earlier try may have done: the log may only be late.
            case Reading.Found found when now.operation().inDoubt() && effect.mayBeMissingIn(found) -> waitLonger(now);
            case Reading.Found found
            when !mayYetBeDone -> new Step.Reject(refused.refusal(), Optional.of(found.view()));
            case Reading.NotThere _ when !mayYetBeDone -> new Step.Reject(refused.refusal(), Optional.empty());
            // Without having seen the payment, a no is not known to be one.
            case Reading.Found _, Reading.NotThere _, Reading.Unreadable _ -> waitLonger(now);
        };
    }

    private boolean keyTrusted(Situation now) {
        return now.operation()
                .inDoubtSince()
                .map(since -> now.now().isBefore(since.plus(limits.idempotencyTrust())))
                .orElse(true);
    }

    private Step waitLonger(Situation now) {
        return waitInDoubt(now, now.usualWait());
    }

    private Step waitInDoubt(Situation now, Duration time) {
        return keyTrusted(now) ? now.wait(time) : now.wait(Waits.LONGEST, true);
    }

    private static Step succeed(Reading.Found found) {
        return new Step.Succeed(Optional.of(found.view()));
    }
}
