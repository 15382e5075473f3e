package dev.kvitt.payment.domain;

import java.time.Duration;

/**
 * How long the saga waits for what.
 *
 * @param selectionGrace between telling the machine its last moment and giving the reservation up, for the confirmation
 *     to arrive
 * @param firstPoll from the request to the first question (Vipps: 5 s)
 * @param poll between questions in the first minute (Vipps: 2 s)
 * @param slowPoll between questions after that, and while a capture or a release is under way
 * @param lateMoney how long after it was wanted a request may still turn up at Vipps
 * @param releaseAgain from a refused release to the next try
 */
public record Timing(
        Duration selectionGrace,
        Duration firstPoll,
        Duration poll,
        Duration slowPoll,
        Duration releaseAgain,
        Duration lateMoney) {

    public static final Timing DEFAULT = new Timing(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(20));

    /** How many questions are asked at the quick pace. */
    static final int QUICK_POLLS = 28;

    public Timing withSelectionGrace(Duration value) {
        return new Timing(value, firstPoll, poll, slowPoll, releaseAgain, lateMoney);
    }

    Duration pollAfter(long asked) {
        return asked == 0 ? firstPoll : asked < QUICK_POLLS ? poll : slowPoll;
    }
}
