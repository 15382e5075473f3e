package dev.kvitt.receipt.domain;

import dev.kvitt.events.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What to do after a try. */
public final class Decision {

    /** How long a receipt is tried before a person is told. */
    public static final Duration GIVE_UP_AFTER = Duration.ofDays(7);

    private final Duration giveUpAfter;

    public Decision(Duration giveUpAfter) {
        this.giveUpAfter = giveUpAfter;
    }

    /** @param tries this one included */
    public Step after(Answer answer, Instant wantedAt, Instant now, int tries) {
        return switch (answer) {
            case Answer.Posted _ -> new Step.Post();
            case Answer.Refused(Refusal refusal) -> new Step.Reject(refusal);
            case Answer.Later(Optional<Duration> retryAfter) ->
                now.isAfter(wantedAt.plus(giveUpAfter))
                        ? new Step.Reject(Refusals.GIVEN_UP)
                        : new Step.Wait(now.plus(Waits.after(tries, retryAfter)));
        };
    }
}
