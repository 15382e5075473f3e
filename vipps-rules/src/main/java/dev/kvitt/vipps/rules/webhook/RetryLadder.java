package dev.kvitt.vipps.rules.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * When Vipps tries a failed webhook again: attempts 1 to 4 about every 2 seconds, 5 after 60 s, 6 after 120 s, 7 to 29
 * hourly, then daily, for at most {@link #GIVE_UP_AFTER}. After that the event is never sent again.
 */
public final class RetryLadder {

    /** A receiver that has not answered by then has failed. */
    public static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    /** No attempt is made later than this after the first. */
    public static final Duration GIVE_UP_AFTER = Duration.ofDays(7);

    private static final int LAST_QUICK = 4;
    private static final int FIFTH = 5;
    private static final int SIXTH = 6;
    private static final int LAST_HOURLY = 29;

    private RetryLadder() {}

    /**
     * @param failedAttempts how many attempts have failed; at least 1
     * @return how long to wait before the next one; empty = give up
     */
    public static Optional<Duration> delayAfter(int failedAttempts) {
        Duration sinceFirst = Duration.ZERO;
        for (int attempt = 2; attempt <= failedAttempts + 1; attempt++) {
            sinceFirst = sinceFirst.plus(delayBefore(attempt));
        }
        return sinceFirst.compareTo(GIVE_UP_AFTER) > 0
                ? Optional.empty()
                : Optional.of(delayBefore(failedAttempts + 1));
    }

    private static Duration delayBefore(int attempt) {
        if (attempt <= LAST_QUICK) {
            return Duration.ofSeconds(2);
        }
        if (attempt == FIFTH) {
            return Duration.ofMinutes(1);
        }
        if (attempt == SIXTH) {
            return Duration.ofMinutes(2);
        }
        return attempt <= LAST_HOURLY ? Duration.ofHours(1) : Duration.ofDays(1);
    }
}
