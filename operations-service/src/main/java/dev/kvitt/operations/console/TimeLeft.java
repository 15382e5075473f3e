package dev.kvitt.operations.console;

import java.time.Duration;
import java.time.Instant;

/** How long there is until something ends, as people say it. */
final class TimeLeft {

    /** Then somebody should look today. */
    private static final Duration NEAR = Duration.ofDays(1);

    private TimeLeft() {}

    /** @param end when it ends, or ended */
    static Tag until(Instant end, Instant now) {
        var left = Duration.between(now, end);
        if (left.isNegative()) {
            return new Tag("late by " + words(left.negated()), "bad", "The time is over.");
        }
        return left.compareTo(NEAR) < 0
                ? new Tag(words(left) + " left", "warn", "Less than a day is left.")
                : new Tag(words(left) + " left", "info", "There is time.");
    }

    /** The two greatest units, such as {@code 5 d 3 h}; never less than a minute. */
    static String words(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        return time.toHours() > 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : Math.max(1, time.toMinutes()) + " min";
    }
}
