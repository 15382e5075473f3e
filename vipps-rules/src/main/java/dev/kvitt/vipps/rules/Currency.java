package dev.kvitt.vipps.rules;

import java.time.Duration;

/** The currencies Vipps MobilePay settles in. All have two decimals: a minor unit is a hundredth. */
public enum Currency {
    NOK(100, TimeLimits.CAPTURE_NORWAY),
    DKK(1, TimeLimits.CAPTURE_DENMARK_AND_FINLAND),
    EUR(1, TimeLimits.CAPTURE_DENMARK_AND_FINLAND);

    private final long minimum;
    private final Duration captureWindow;

    Currency(long minimum, Duration captureWindow) {
        this.minimum = minimum;
        this.captureWindow = captureWindow;
    }

    /** Smallest payment, in minor units; below it a payment is refused with 6010. */
    public Money minimumPayment() {
        return new Money(minimum, this);
    }

    /** How long after authorization a reservation can be captured before it is released by itself. */
    public Duration captureWindow() {
        return captureWindow;
    }
}
