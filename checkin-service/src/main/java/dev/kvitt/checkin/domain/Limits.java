package dev.kvitt.checkin.domain;

import java.time.Duration;

/**
 * Times that decide what a scan leads to.
 *
 * @param maxAge a scan older than this opens nothing: its customer has gone or scanned again
 * @param lateNews how long after it can no longer be paid a machine's sale still holds its code, so that its end can be heard
 * @param validFor for how long after the scan the customer still wants the payment request
 * @param exchangeFor for how long Vipps is asked for the number behind a customer's own code
 */
public record Limits(Duration maxAge, Duration lateNews, Duration validFor, Duration exchangeFor) {

    /** How long a customer may take to approve (Vipps MobilePay, payment lifecycle: not to be changed). */
    public static final Duration REQUEST_LIFE = Duration.ofMinutes(10);

    public Limits {
        if (!maxAge.isPositive() || !lateNews.isPositive() || !validFor.isPositive() || exchangeFor.isNegative()) {
            throw new IllegalArgumentException(
                    "kvitt.checkin.max-age, kvitt.checkin.late-news and kvitt.create.valid-for must be positive,"
                            + " and kvitt.checkin.exchange-for not negative");
        }
    }
}
