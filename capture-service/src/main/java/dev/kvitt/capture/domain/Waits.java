package dev.kvitt.capture.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait before an operation is taken up again. */
public final class Waits {

    /** After the n-th round; the last for all that follow. Five tries in the first minute: Vipps' limit for one payment. */
    private static final List<Duration> AFTER = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(16),
            Duration.ofSeconds(32),
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            Duration.ofSeconds(300));

    /** The longest time between two rounds, unless Vipps asks for more. */
    public static final Duration LONGEST = AFTER.getLast();

    /** What Vipps asks us to wait is believed up to this. */
    public static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private Waits() {}

    /** @param tries from 1 */
    public static Duration after(int tries) {
        return AFTER.get(Math.clamp(tries - 1, 0, AFTER.size() - 1));
    }

    /** While money is in doubt nobody is waited for longer than {@link #LONGEST}, nor shorter than by our own count. */
    static Duration inDoubt(Optional<Duration> retryAfter, int tries) {
        var ours = after(tries);
        return retryAfter
                .map(time -> time.compareTo(LONGEST) < 0 ? time : LONGEST)
                .filter(time -> time.compareTo(ours) > 0)
                .orElse(ours);
    }

    static Duration asked(Optional<Duration> retryAfter, int tries) {
        return retryAfter
                .map(time -> time.compareTo(LONGEST_ASKED) < 0 ? time : LONGEST_ASKED)
                .orElseGet(() -> after(tries));
    }
}
