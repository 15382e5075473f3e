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
        if (now.answer().isEmpty()) {
            return now.inDoubt() ? inDoubt(now) : beforeSending(now);
        }
        return switch (now.answer().get()) {
            case Answer.Accepted(Optional<PaymentView> view) -> accepted(now, view);
            case Answer.Refused refused -> refused(now, refused);
            case Answer.CannotBeSent(Refusal why) ->
                now.inDoubt() ? now.wait(Waits.LONGEST, true) : new Step.Reject(why, Optional.empty());
            case Answer.Busy(Optional<Duration> retryAfter) -> now.wait(Waits.asked(retryAfter, now.tries()));
            case Answer.Unknown _ -> waitLonger(now);
        };
    }

    /** A payment that is not proved to be ours is looked at first: another's is never written to. */
    private Step beforeSending(Situation now) {
        var operation = now.operation();
        var proved = operation.creation().proves();
        var late = operation.command().issuedAt().plus(limits.askFirstAfter()).isBefore(operation.seenAt());
        if (proved && !late) {
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
        return switch (now.reading().get()) {
            case Reading.Found found when effect.shownBy(now.operation(), found) -> succeed(found);
            case Reading.Found found when effect.repeatableOn(found.view()) -> new Step.Send();
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
            case Reading.Found found when now.operation().inDoubt() && effect.shownBy(found.view()) -> waitLonger(now);
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
        return keyTrusted(now) ? now.waitLonger() : now.wait(Waits.LONGEST, true);
    }

    private static Step succeed(Reading.Found found) {
        return new Step.Succeed(Optional.of(found.view()));
    }
}
