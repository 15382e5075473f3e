package dev.kvitt.events;

import dev.kvitt.events.seal.Sealed;

/**
 * Who pays, or how they will be found. Personal values are sealed.
 *
 * @param value the token, the complete content of the personal QR, or the number; sealed. With {@link Kind#BROWSER} it is
 *     the number they typed on the page, where they typed one
 * @param customerId a customer who agreed to be remembered, only with {@link Kind#KNOWN}; random, says nothing about them
 * @param returnUrl where the browser goes after approving, only with {@link Kind#BROWSER}: a page of ours whose address
 *     holds a random token, in {@code https} ({@code http} to loopback only); absent: the installation's own page
 * @param present whether they stand at the point of sale, only with {@link Kind#BROWSER} (absent: they do) and
 *     {@link Kind#KNOWN} (absent: they do not); all others do
 */
public record Customer(
        Kind kind,
        @MayBeAbsent Sealed value,
        @MayBeAbsent String customerId,
        @MayBeAbsent String returnUrl,
        @MayBeAbsent Boolean present) {

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

        boolean needsValue() {
            return this == CUSTOMER_TOKEN || this == PERSONAL_QR || this == PHONE_NUMBER;
        }

        boolean mayHaveValue() {
            return needsValue() || this == BROWSER;
        }
    }

    public Customer {
        if (value == null ? kind.needsValue() : !kind.mayHaveValue()) {
            throw new IllegalArgumentException(
                    "a customer of kind " + kind + (kind.needsValue() ? " needs" : " has no") + " value");
        }
        if ((customerId != null) != (kind == Kind.KNOWN)) {
            throw new IllegalArgumentException("a customer id comes with the kind KNOWN and with no other");
        }
        if (customerId != null) {
            Patterns.require(Patterns.REQUEST_ID, customerId, "a customer id");
        }
        if (returnUrl != null && kind != Kind.BROWSER) {
            throw new IllegalArgumentException("a return URL comes with the kind BROWSER and with no other");
        }
        if (returnUrl != null) {
            Patterns.require(Patterns.RETURN_URL, returnUrl, "a return URL");
        }
        if (present != null && kind != Kind.BROWSER && kind != Kind.KNOWN) {
            throw new IllegalArgumentException(
                    "only of the kinds BROWSER and KNOWN it is said whether they are present");
        }
    }

    public static Customer sealed(Kind kind, Sealed value) {
        return new Customer(kind, value, null, null, null);
    }

    public static Customer unknown(Kind kind) {
        return new Customer(kind, null, null, null, null);
    }

    /** @param present may be absent: they are not */
    public static Customer known(String customerId, Boolean present) {
        return new Customer(Kind.KNOWN, null, customerId, null, present);
    }

    /** @param number the sealed phone number they typed; may be absent */
    public static Customer browser(Sealed number, String returnUrl) {
        return new Customer(Kind.BROWSER, number, null, returnUrl, null);
    }

    /** Whether Vipps is to be told CUSTOMER_PRESENT. */
    public boolean standsAtPointOfSale() {
        return present == null ? kind != Kind.KNOWN : present;
    }

    /** Whoever has the return URL sees what became of the sale. */
    @Override
    public String toString() {
        return "Customer[" + kind + "]";
    }
}
