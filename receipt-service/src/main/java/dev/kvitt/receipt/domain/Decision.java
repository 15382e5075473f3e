package dev.kvitt.receipt.domain;

import dev.kvitt.events.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What to do after a try. What was not refused is tried for ever: a receipt is owed, and costs nobody any waiting. */
public final class Decision {

    /** How long a payment that Vipps does not find is looked for, and how long the no of a gateway is not believed. */
    public static final Duration NOT_FOUND_FOR = Duration.ofHours(1);

    private final Duration notFoundFor;

    public Decision(Duration notFoundFor) {
        this.notFoundFor = notFoundFor;
    }

    /** @param tries this one included */
    public Step after(Answer answer, Instant wantedAt, Instant now, int tries) {
        return switch (answer) {
            case Answer.Posted _ -> new Step.Post();
            case Answer.Refused(Refusal refusal) -> new Step.Reject(refusal);
            case Answer.NoForNow(Refusal refusal) ->
                now.isAfter(wantedAt.plus(notFoundFor))
                        ? new Step.Reject(refusal)
                        : again(now, tries, Optional.empty());
            case Answer.Later(Optional<Duration> retryAfter) -> again(now, tries, retryAfter);
        };
    }

    private static Step again(Instant now, int tries, Optional<Duration> retryAfter) {
        return new Step.Wait(now.plus(Waits.after(tries, retryAfter)));
    }
}
