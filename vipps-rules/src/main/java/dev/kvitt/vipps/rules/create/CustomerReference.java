package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.CustomerToken;
import dev.kvitt.vipps.rules.Msisdn;

/** How a create request names the customer. */
public sealed interface CustomerReference {

    /** By number. */
    record ByPhone(Msisdn number) implements CustomerReference {}

    /** By a check-in: the token is looked up, and may have expired. */
    record ByToken(CustomerToken token) implements CustomerReference {}

    /** By the content of the customer's own QR, 5 to 255 characters, never parsed. */
    record ByPersonalQr(String content) implements CustomerReference {
        @Override
        public String toString() {
            return "ByPersonalQr[hidden]";
        }
    }

    /** Not at all: whoever opens the link or scans the QR pays. */
    record Anyone() implements CustomerReference {}
}
