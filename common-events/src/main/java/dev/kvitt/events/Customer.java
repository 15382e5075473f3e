package dev.kvitt.events;

import dev.kvitt.events.seal.Sealed;

/**
 * Who pays, or how they will be found. Personal values are sealed.
 *
 * @param value the token, the complete content of the personal QR, or the number; sealed; only where the kind has one
 * @param customerId a customer who agreed to be remembered, only with {@link Kind#KNOWN}; random, says nothing about them
 */
public record Customer(Kind kind, @MayBeAbsent Sealed value, @MayBeAbsent String customerId) {

    /** How a customer is known. */
    public enum Kind {
        /** They scanned the merchant's printed code, and Vipps named them by a token. */
        CUSTOMER_TOKEN,
        /** Their own code was scanned from their app. */
        PERSONAL_QR,
        /** Their number was typed. */
        PHONE_NUMBER,
        /** They agreed earlier to be remembered. */
        KNOWN,
        /** Nobody yet: they will scan the code that the till shows. */
        SCREEN,
        /** Nobody yet: they pressed pay on a page of ours. */
        BROWSER;

        boolean isSealed() {
            return this == CUSTOMER_TOKEN || this == PERSONAL_QR || this == PHONE_NUMBER;
        }
    }

    public Customer {
        if ((value != null) != kind.isSealed()) {
            throw new IllegalArgumentException(
                    "a customer of kind " + kind + (kind.isSealed() ? " needs" : " has no") + " value");
        }
        if ((customerId != null) != (kind == Kind.KNOWN)) {
            throw new IllegalArgumentException("a customer id comes with the kind KNOWN and with no other");
        }
        if (customerId != null) {
            Patterns.require(Patterns.REQUEST_ID, customerId, "a customer id");
        }
    }

    public static Customer sealed(Kind kind, Sealed value) {
        return new Customer(kind, value, null);
    }

    public static Customer unknown(Kind kind) {
        return new Customer(kind, null, null);
    }
}
