package dev.kvitt.messaging.task;

import java.time.Duration;

/**
 * What a run of a task may take: calls one after the other, each with a time limit that operators can set, and as long as one of
 * them for the rest, such as rows that are read and written.
 *
 * @param calls how many a run makes at most
 * @param each how long one may take with all that belongs to it: a token for it, and sending it again with another
 * @param setting what operators call that limit
 */
public record CallLimit(int calls, Duration each, String setting) {

    /**
     * Stops a service whose calls may outlast the lease: another process would begin the same task while this one is at it.
     *
     * @throws IllegalArgumentException naming the setting and what it may be
     */
    void requireWithin(Duration lease) {
        if (each.multipliedBy(calls + 1).compareTo(lease) >= 0) {
            throw new IllegalArgumentException(
                    "%s is %s s: %d in a row, and the work around them, may then take longer than the %d s for which a task is"
                                    .formatted(setting, seconds(each), calls, lease.toSeconds())
                            + " one process' own, and another would begin it meanwhile, such as a capture that is under way."
                            + " Set %s to less than %s s.".formatted(setting, seconds(lease.dividedBy(calls + 1))));
        }
    }

    private static String seconds(Duration time) {
        return java.math.BigDecimal.valueOf(time.toMillis(), 3)
                .stripTrailingZeros()
                .toPlainString();
    }
}
