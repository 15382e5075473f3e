package dev.kvitt.capture.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait before an operation is taken up again.
 *
 * <p>At a counter somebody waits for a young operation, so it is tried again within seconds, and soon after Vipps is back; for
 * an old one nobody waits. Vipps takes 5 writes a minute on one payment (ePayment API, rate limits): so many are made in
 * the first minute and 4 in every other, so that a cancel or a refund finds room beside a capture.
 *
 * <table>
 * <caption>Between two rounds, unless Vipps asks for another time</caption>
 * <tr><td>after the first, the second</td><td>2 s, 13 s</td></tr>
 * <tr><td>then, until the operation is {@link #YOUNG} old</td><td>15 s</td></tr>
 * <tr><td>until it is {@link #OLD} old</td><td>60 s</td></tr>
 * <tr><td>after that</td><td>300 s</td></tr>
 * </table>
 */
public final class Waits {

    private static final List<Duration> FIRST = List.of(Duration.ofSeconds(2), Duration.ofSeconds(13));
    private static final Duration WHILE_YOUNG = Duration.ofSeconds(15);
    private static final Duration LATER = Duration.ofMinutes(1);

    /** Since its command was first read here: longer than a till waits. */
    static final Duration YOUNG = Duration.ofMinutes(10);

    /** Since its command was first read here. */
    static final Duration OLD = Duration.ofHours(1);

    /** The longest time between two rounds, unless Vipps asks for more. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    /** What Vipps asks us to wait is believed up to this. */
    public static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private Waits() {}

    /**
     * @param tries how often it was taken up, from 1
     * @param age since its command was first read here
     */
    public static Duration after(int tries, Duration age) {
        if (tries <= FIRST.size()) {
            return FIRST.get(Math.max(tries, 1) - 1);
        }
        if (age.compareTo(YOUNG) < 0) {
            return WHILE_YOUNG;
        }
        return age.compareTo(OLD) < 0 ? LATER : LONGEST;
    }

    /** While money is in doubt nobody is waited for longer than {@link #LONGEST}, nor shorter than by our own count. */
    static Duration inDoubt(Optional<Duration> retryAfter, Duration ours) {
        return retryAfter
                .map(time -> time.compareTo(LONGEST) < 0 ? time : LONGEST)
                .filter(time -> time.compareTo(ours) > 0)
                .orElse(ours);
    }

    static Duration asked(Optional<Duration> retryAfter, Duration ours) {
        return retryAfter
                .map(time -> time.compareTo(LONGEST_ASKED) < 0 ? time : LONGEST_ASKED)
                .orElse(ours);
    }
}
