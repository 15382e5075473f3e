package dev.kvitt.vipps.rules;

import java.time.Duration;

/** Vipps MobilePay's time limits, with their defaults. */
public final class TimeLimits {

    /** The customer has this long to approve; then the payment expires. */
    public static final Duration APPROVAL = Duration.ofMinutes(10);

    /** A check-in's customer token can be used this long. */
    public static final Duration CUSTOMER_TOKEN = Duration.ofMinutes(15);

    /** The bank is held to the reservation this long: {@code captureGuaranteedUntil}. */
    public static final Duration CAPTURE_GUARANTEE = Duration.ofDays(7);

    /** Norwegian reservations can be captured this long and are then released. */
    public static final Duration CAPTURE_NORWAY = Duration.ofDays(180);

    /** Danish and Finnish reservations can be captured this long without an agreement on late capture. */
    public static final Duration CAPTURE_DENMARK_AND_FINLAND = Duration.ofDays(14);

    /** Reservations of any market can be captured this long with an agreement on late capture. */
    public static final Duration LATE_CAPTURE = Duration.ofDays(180);

    /** A payment of {@link SpecialAmount#UNKNOWN_RESULT} hangs this long. */
    public static final Duration UNKNOWN_RESULT = Duration.ofHours(1);

    /** Refunds are possible this long; from when, {@link RulesSwitches.RefundPeriod} says. */
    public static final Duration REFUND = Duration.ofDays(365);

    /** {@code expiresAt} lies further ahead than this. */
    public static final Duration EARLIEST_EXPIRY = Duration.ofMinutes(10);

    /** {@code expiresAt} of Norwegian sales units lies at most this far ahead. */
    public static final Duration LATEST_EXPIRY_NORWAY = Duration.ofHours(24);

    /** An access token of the test environment lives this long. */
    public static final Duration ACCESS_TOKEN = Duration.ofHours(1);

    /** An access token of accounting keys lives this long, everywhere. */
    public static final Duration ACCOUNTING_TOKEN = Duration.ofMinutes(15);

    /** What a customer shared can be read this long after it was shared: 168 hours. */
    public static final Duration USERINFO = Duration.ofDays(7);

    private TimeLimits() {}
}
