package dev.kvitt.vipps.client.qr;

import java.time.Duration;

/** How long a redirect code works. */
public sealed interface QrLife {
    /** Until it is deleted. */
    record Endless() implements QrLife {}

    /**
     * For a time ({@code ttl}).
     *
     * @param time whole seconds, {@value #MIN_SECONDS} to {@value #MAX_SECONDS}
     */
    record For(Duration time) implements QrLife {
        /** Shortest life in seconds. */
        public static final int MIN_SECONDS = 300;
        /** Longest life in seconds, some 68 years. */
        public static final int MAX_SECONDS = Integer.MAX_VALUE;

        public For {
            boolean whole = time.equals(Duration.ofSeconds(time.toSeconds()));
            if (!whole || time.toSeconds() < MIN_SECONDS || time.toSeconds() > MAX_SECONDS) {
                throw new IllegalArgumentException(
                        "a redirect code lives " + MIN_SECONDS + " to " + MAX_SECONDS + " whole seconds, not " + time);
            }
        }
    }
}
