package dev.kvitt.capture.domain;

import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import java.time.Duration;
import java.util.Optional;

/** Capture and cancel: they have no age limit, and the payment itself tells what was done. */
final class ModificationRules {

    private final Effect effect;
    private final Limits limits;

    ModificationRules(Effect effect, Limits limits) {
        this.effect = effect;
        this.limits = limits;
    }

    Step next(Situation now) {
        if (now.answer().isEmpty()) {
            return now.inDoubt() ? inDoubt(now) : beforeSending(now);
        }
        return switch (now.answer().get()) {
            case Answer.Accepted(Optional<PaymentView> view) -> accepted(now, view);
            case Answer.Refused refused -> refused(now, refused);
            case Answer.CannotBeSent(Refusal why) ->
                now.inDoubt() ? now.wait(Waits.LONGEST, true) : new Step.Reject(why, Optional.empty());
            case Answer.Busy(Optional<Duration> retryAfter) -> now.wait(Waits.asked(retryAfter, now.tries()));
            case Answer.Unknown _ -> now.waitLonger();
        };
    }

    private Step beforeSending(Situation now) {
        var operation = now.operation();
        var late = operation.command().issuedAt().plus(limits.askFirstAfter()).isBefore(operation.seenAt());
        if (!late) {
            return new Step.Send();
        }
        if (now.reading().isEmpty()) {
            return new Step.Ask();
        }
        return switch (now.reading().get()) {
            case Reading.Found found when effect.shownBy(operation, found) -> succeed(found);
            case Reading.Found _, Reading.NotThere _ -> new Step.Send();
            case Reading.Unreadable _ -> now.waitLonger();
        };
    }

    private Step inDoubt(Situation now) {
        var trusted = now.operation()
                .inDoubtSince()
                .map(since -> now.now().isBefore(since.plus(limits.idempotencyTrust())))
                .orElse(true);
        if (trusted) {
            return new Step.Send();
        }
        if (now.reading().isEmpty()) {
            return new Step.Ask();
        }
        return switch (now.reading().get()) {
            case Reading.Found found when effect.shownBy(now.operation(), found) -> succeed(found);
            case Reading.Found found ->
                effect.ruledOutBy(found.view())
                        .<Step>map(why -> new Step.Reject(why, Optional.of(found.view())))
                        .orElseGet(() -> now.wait(Waits.LONGEST, true));
            case Reading.NotThere _, Reading.Unreadable _ -> now.wait(Waits.LONGEST, true);
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
                : now.waitLonger();
    }

    private Step refused(Situation now, Answer.Refused refused) {
        if (now.reading().isEmpty()) {
            return new Step.Ask();
        }
        var mayYetBeDone = refused.mayExist() || (now.operation().inDoubt() && !refused.judged());
        return switch (now.reading().get()) {
            case Reading.Found found when effect.shownBy(now.operation(), found) -> succeed(found);
            case Reading.Found found
            when !mayYetBeDone -> new Step.Reject(refused.refusal(), Optional.of(found.view()));
            case Reading.NotThere _ when !mayYetBeDone -> new Step.Reject(refused.refusal(), Optional.empty());
            // Without having seen the payment, a no is not known to be one.
            case Reading.Found _, Reading.NotThere _, Reading.Unreadable _ -> now.waitLonger();
        };
    }

    private static Step succeed(Reading.Found found) {
        return new Step.Succeed(Optional.of(found.view()));
    }
}
