package dev.kvitt.vipps.client.epayment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a long-living payment ends by itself (ePayment, {@code expiresAt}). The sales unit must be approved (error 5050); Norwegian ones get
 * {@value #NORWEGIAN_MAX_HOURS} hours at most (6110), which is left to Vipps because the request does not tell the market.
 *
 * @param at the moment, to the second; keep it, because a repeat under the same key needs the same
 */
public record PaymentExpiry(Instant at) {
    /** A payment must live longer than this (error 6120): it is how long every payment lives. */
    public static final Duration MIN_LIFE = Duration.ofMinutes(10);
    /** A payment lives at most this long (error 6110). */
    public static final Duration MAX_LIFE = Duration.ofDays(60);
    /** Hours a Norwegian sales unit's payment lives at most. */
    public static final int NORWEGIAN_MAX_HOURS = 24;

    private static final Instant END_OF_FORMAT = Instant.parse("9999-12-31T23:59:59Z");

    public PaymentExpiry {
        at = at.truncatedTo(ChronoUnit.SECONDS);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(END_OF_FORMAT)) {
            throw new IllegalArgumentException("an expiry has a year of four digits");
        }
    }

    /**
     * The end of a payment asked for now.
     *
     * @param now the time of the first try
     * @param life longer than {@link #MIN_LIFE}, at most {@link #MAX_LIFE}
     */
    public static PaymentExpiry after(Instant now, Duration life) {
        if (life.compareTo(MIN_LIFE) <= 0 || life.compareTo(MAX_LIFE) > 0) {
            throw new IllegalArgumentException("a long-living payment lives more than " + MIN_LIFE.toMinutes()
                    + " minutes and at most " + MAX_LIFE.toDays() + " days, not " + life);
        }
        return new PaymentExpiry(now.plus(life));
    }
}
