package dev.kvitt.checkin.domain;

import java.time.Duration;

/**
 * Times that decide what a scan leads to.
 *
 * @param maxAge a scan older than this opens nothing: its customer has gone or scanned again
 * @param sessionLimit a sale that has held its code for longer keeps nobody out any more
 * @param validFor for how long after the scan the customer still wants the payment request
 */
public record Limits(Duration maxAge, Duration sessionLimit, Duration validFor) {

    public Limits {
        if (!maxAge.isPositive() || !sessionLimit.isPositive() || !validFor.isPositive()) {
            throw new IllegalArgumentException(
                    "kvitt.checkin.max-age, kvitt.checkin.session-limit and kvitt.create.valid-for must be positive");
        }
    }
}
