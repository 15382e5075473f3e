package dev.kvitt.payment.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the saga waits for what.
 *
 * @param selectionGrace between telling the point of sale its last moment and giving the reservation up, for the
 *     confirmation to arrive
 * @param firstPoll from the request to the first question (Vipps: 5 s)
 * @param poll between questions in the first minute (Vipps: 2 s)
 * @param slowPoll between questions after that, and while a capture or a release is under way
 * @param releaseAgain from a refused release to the next try, as long as a till may wait for it; see {@link #releaseAgainAfter}
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
            Duration.ofSeconds(15),
            Duration.ofMinutes(20),
            Duration.ofSeconds(2),
            Duration.ofHours(24),
            Duration.ofHours(1));

    /** So many releases are tried at that pace: ten minutes, in which the customer's bank may look at the payment (6250). */
    static final int QUICK_RELEASES = 40;

    /** So many are tried before nobody expects it to go soon. */
    static final int SLOW_RELEASES = 100;

    private static final Duration SLOW_RELEASE = Duration.ofMinutes(5);
    private static final Duration SLOWEST_RELEASE = Duration.ofHours(1);

    /** How long after the request questions are asked at the quick pace. */
    static final Duration QUICK_POLLS = Duration.ofMinutes(1);

    public Timing {
        if (selectionGrace.isNegative()) {
            throw new IllegalArgumentException("a selection grace of " + selectionGrace
                    + " would give reservations up while machines may still sell");
        }
    }

    public Timing withSelectionGrace(Duration value) {
        return new Timing(value, firstPoll, poll, slowPoll, releaseAgain, lateMoney, receiptFirst, atRisk, lastCall);
    }

    /**
     * Vipps takes 5 writes a minute on a payment, and an operation's number has four digits: at this pace they last for as
     * long as any reservation does.
     *
     * @param n which release of the payment was refused, from 1
     */
    Duration releaseAgainAfter(int n) {
        return n < QUICK_RELEASES ? releaseAgain : n < SLOW_RELEASES ? SLOW_RELEASE : SLOWEST_RELEASE;
    }

    /** Of a payment, not of a sale: whoever is asked later may answer as quickly. */
    Duration pollAfter(Instant requested, Instant now) {
        return now.isBefore(requested.plus(QUICK_POLLS)) ? poll : slowPoll;
    }
}
