package dev.kvitt.sandbox.customers;

import dev.kvitt.vipps.rules.Msisdn;
import java.time.Instant;

/**
 * A code that a MobilePay app showed.
 *
 * @param token in its content, opaque
 */
record PersonalQr(String token, Msisdn customer, Instant generatedAt) {

    @Override
    public String toString() {
        return "PersonalQr[hidden]";
    }
}
