package dev.kvitt.messaging.task;

import java.time.Duration;

/**
 * What a run of a task may take: calls one after the other, each with a time limit that operators can set.
 *
 * @param calls how many a run makes at most, a token for them included
 * @param each how long one may take
 * @param setting what operators call that limit
 */
public record CallLimit(int calls, Duration each, String setting) {

    /**
     * Stops a service whose calls may outlast the lease: another process would begin the same task while this one is at it.
     *
     * @throws IllegalArgumentException naming the setting and what it may be
     */
    void requireWithin(Duration lease) {
        if (each.multipliedBy(calls).compareTo(lease) >= 0) {
            throw new IllegalArgumentException(
                    "%s is %s s: %d calls one after the other may then take longer than the %d s for which a task is"
                                    .formatted(setting, seconds(each), calls, lease.toSeconds())
                            + " one process' own, and another would begin it meanwhile, such as a capture that is under way."
                            + " Set %s to less than %s s.".formatted(setting, seconds(lease.dividedBy(calls))));
        }
    }

    private static String seconds(Duration time) {
        return java.math.BigDecimal.valueOf(time.toMillis(), 3)
                .stripTrailingZeros()
                .toPlainString();
    }
}
