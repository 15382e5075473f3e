package dev.kvitt.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The point of sale's own name of a sale, unique per sales unit for ever. Tills that count from 1 each morning put their
 * own name and the date in front.
 *
 * @param value 6 to 60 letters, digits and hyphens, the first no hyphen
 */
public record SaleId(@JsonValue String value) {

    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{5,59}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SaleId {
        Patterns.require(PATTERN, value, "a sale id");
    }

    @Override
    public String toString() {
        return value;
    }
}
