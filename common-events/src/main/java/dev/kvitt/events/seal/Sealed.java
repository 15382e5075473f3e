package dev.kvitt.events.seal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A sealed value: a JWE in compact form (RFC 7516). Anybody may carry it; only who holds the day's key can read it.
 *
 * @param jwe five base64url parts, at most {@value #MAX_LENGTH} characters
 */
public record Sealed(@JsonValue String jwe) {

    public static final int MAX_LENGTH = 600_000;
    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*){4}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sealed {
        if (jwe == null || jwe.length() > MAX_LENGTH || !PATTERN.matcher(jwe).matches()) {
            throw new IllegalArgumentException("a sealed value must be a JWE in compact form");
        }
    }

    @Override
    public String toString() {
        return "(sealed)";
    }
}
