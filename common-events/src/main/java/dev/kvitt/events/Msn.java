package dev.kvitt.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Merchant serial number: the number of a sales unit at Vipps MobilePay.
 *
 * @param value 4 to 7 digits
 */
public record Msn(@JsonValue String value) {

    private static final Pattern PATTERN = Pattern.compile("[0-9]{4,7}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Msn {
        Patterns.require(PATTERN, value, "a merchant serial number");
    }

    @Override
    public String toString() {
        return value;
    }
}
