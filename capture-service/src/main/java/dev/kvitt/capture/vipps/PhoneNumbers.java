package dev.kvitt.capture.vipps;

import dev.kvitt.registry.Market;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as Vipps wants them (MSISDN): digits only, the country code first. */
final class PhoneNumbers {

    /** What people and tills put between digits. */
    private static final Pattern SEPARATORS = Pattern.compile("[ \\u00a0().-]");

    private static final Pattern MSISDN = Pattern.compile("[1-9][0-9]{8,14}");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("[1-9][0-9]{7}");
    private static final Pattern FINNISH = Pattern.compile("0[1-9][0-9]{4,10}");

    private PhoneNumbers() {}

    /**
     * A number without a country code is taken for one of the sales unit's own country; none can be mistaken for one with
     * it. Numbers of Norway and Denmark have 8 digits, too few for an MSISDN; those of Finland begin with 0, as no
     * country code does.
     *
     * @return empty when it is no phone number
     */
    static Optional<String> msisdn(String typed, Market market) {
        var digits = SEPARATORS.matcher(typed.strip()).replaceAll("");
        var number = digits.startsWith("+")
                ? digits.substring(1)
                : digits.startsWith("00") ? digits.substring(2) : national(digits, market);
        return Optional.of(number).filter(known -> MSISDN.matcher(known).matches());
    }

    private static String national(String digits, Market market) {
        return switch (market) {
            case NO -> EIGHT_DIGITS.matcher(digits).matches() ? "47" + digits : digits;
            case DK -> EIGHT_DIGITS.matcher(digits).matches() ? "45" + digits : digits;
            case FI -> FINNISH.matcher(digits).matches() ? "358" + digits.substring(1) : digits;
        };
    }
}
