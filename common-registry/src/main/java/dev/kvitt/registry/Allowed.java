package dev.kvitt.registry;

import dev.kvitt.events.Money;
import java.time.Duration;
import java.util.Optional;

/**
 * What a sales unit may do at Vipps MobilePay, and what its merchant allows.
 *
 * @param captureOn when money is taken where the till does not say
 * @param partialCapture false: it captures the whole reservation or nothing (Vipps error 6140)
 * @param captureWindow how long after the approval a reservation can be captured
 * @param maxAmount the most that one sale may come to; absent where Vipps' own limit is the only one
 */
public record Allowed(CaptureOn captureOn, boolean partialCapture, Duration captureWindow, Optional<Money> maxAmount) {

    /** The most that Vipps takes in one payment, in minor units of every currency (ePayment API). */
    public static final long MOST = 65_000_000;
}
