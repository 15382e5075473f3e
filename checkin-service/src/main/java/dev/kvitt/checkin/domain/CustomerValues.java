package dev.kvitt.checkin.domain;

import dev.kvitt.events.Customer;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a customer's value must look like before it is sealed; afterwards nobody can look. No sentence holds a value. */
public final class CustomerValues {

    /** Longest token in characters; those of Vipps have about 80. */
    public static final int MAX_TOKEN = 1000;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{9,15}");
    private static final Pattern SHOWN = Pattern.compile("[^\\p{Cc}\\p{Cs}]{5,255}");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1," + MAX_TOKEN + "}");

    private CustomerValues() {}

    /** What is wrong, and what to do about it; empty when nothing is. */
    public static Optional<String> objection(Customer.Kind kind, String value) {
        return switch (kind) {
            case PHONE_NUMBER ->
                unless(NUMBER, value, "a phone number is 9 to 15 digits, the country code first, without + and spaces");
            case PERSONAL_QR ->
                unless(SHOWN, value, "a customer's own code has 5 to 255 characters; send all that was scanned");
            case CUSTOMER_TOKEN ->
                unless(TOKEN, value, "a customer token has 1 to " + MAX_TOKEN + " visible ASCII characters");
            case KNOWN, SCREEN, BROWSER -> Optional.of("a customer of this kind has no value to seal");
        };
    }

    private static Optional<String> unless(Pattern pattern, String value, String sentence) {
        return pattern.matcher(value).matches() ? Optional.empty() : Optional.of(sentence);
    }
}
