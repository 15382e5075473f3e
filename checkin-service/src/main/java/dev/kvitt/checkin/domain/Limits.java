package dev.kvitt.checkin.domain;

import java.time.Duration;

/**
 * Times that decide what a scan leads to.
 *
 * @param maxAge a scan older than this opens nothing: its customer has gone or scanned again
 * @param sessionLimit a sale that has held its code for longer keeps nobody out any more
 * @param validFor for how long after the scan the customer still wants the payment request
 * @param exchangeFor for how long Vipps is asked for the number behind a customer's own code
 */
public record Limits(Duration maxAge, Duration sessionLimit, Duration validFor, Duration exchangeFor) {

    public Limits {
        if (!maxAge.isPositive() || !sessionLimit.isPositive() || !validFor.isPositive() || exchangeFor.isNegative()) {
            throw new IllegalArgumentException(
                    "kvitt.checkin.max-age, kvitt.checkin.session-limit and kvitt.create.valid-for must be positive,"
                            + " and kvitt.checkin.exchange-for not negative");
        }
    }
}
