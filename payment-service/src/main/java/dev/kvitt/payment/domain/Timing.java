package dev.kvitt.payment.domain;

import java.time.Duration;

/**
 * How long the saga waits for what.
 *
 * @param selectionGrace between telling the point of sale its last moment and giving the reservation up, for the
 *     confirmation to arrive
 * @param firstPoll from the request to the first question (Vipps: 5 s)
 * @param poll between questions in the first minute (Vipps: 2 s)
 * @param slowPoll between questions after that, and while a capture or a release is under way
 * @param releaseAgain from a refused release to the next try
 * @param lateMoney how long after it was wanted a request may still turn up at Vipps
 * @param receiptFirst how long a capture waits for the receipt where that comes first
 * @param atRisk how long before a reservation ends the alarm is raised; at once where less is left
 * @param lastCall how long before a reservation ends what nobody confirmed is given back
 */
public record Timing(
        Duration selectionGrace,
        Duration firstPoll,
        Duration poll,
        Duration slowPoll,
        Duration releaseAgain,
        Duration lateMoney,
        Duration receiptFirst,
        Duration atRisk,
        Duration lastCall) {

    public static final Timing DEFAULT = new Timing(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(20),
            Duration.ofSeconds(2),
            Duration.ofHours(24),
            Duration.ofHours(1));

    /** How many questions are asked at the quick pace. */
    static final int QUICK_POLLS = 28;

    public Timing withSelectionGrace(Duration value) {
        return new Timing(value, firstPoll, poll, slowPoll, releaseAgain, lateMoney, receiptFirst, atRisk, lastCall);
    }

    Duration pollAfter(long asked) {
        return asked == 0 ? firstPoll : asked < QUICK_POLLS ? poll : slowPoll;
    }
}
