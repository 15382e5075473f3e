package dev.kvitt.vipps.client.epayment;

import java.util.regex.Pattern;

/** How the customer is known; exactly one way. All three are personal values and never shown by {@code toString}. */
public sealed interface Customer {

    /**
     * A phone number.
     *
     * @param msisdn 9 to 15 digits, country code first, no plus and no spaces
     */
    record PhoneNumber(String msisdn) implements Customer {
        private static final Pattern FORM = Pattern.compile("[0-9]{9,15}");

        public PhoneNumber {
            if (!FORM.matcher(msisdn).matches()) {
                throw new IllegalArgumentException("a phone number is 9 to 15 digits with the country code first");
            }
        }

        @Override
        public String toString() {
            return "PhoneNumber[hidden]";
        }
    }

    /**
     * The customer's own QR code.
     *
     * @param content the complete scanned content, {@value #MIN_LENGTH} to {@value #MAX_LENGTH} characters; its form may change, never parse it
     */
    record PersonalQr(String content) implements Customer {
        /** Shortest content in characters (ePayment schema). */
        public static final int MIN_LENGTH = 5;
        /** Longest content in characters (ePayment schema). */
        public static final int MAX_LENGTH = 255;

        public PersonalQr {
            if (content.length() < MIN_LENGTH || content.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("a personal QR has " + MIN_LENGTH + " to " + MAX_LENGTH
                        + " characters, not " + content.length());
            }
        }

        @Override
        public String toString() {
            return "PersonalQr[hidden]";
        }
    }

    /**
     * The token of a check-in at a printed callback QR.
     *
     * @param value the {@code customerToken}, unchanged; valid for 15 minutes at Vipps
     */
    record CustomerToken(String value) implements Customer {
        public CustomerToken {
            if (value.isBlank()) {
                throw new IllegalArgumentException("a customer token is not empty");
            }
        }

        @Override
        public String toString() {
            return "CustomerToken[hidden]";
        }
    }
}
