package dev.kvitt.vipps.client.userinfo;

import java.util.Objects;
import java.util.Optional;

/**
 * A customer's names. {@code toString} hides them.
 *
 * @param full the whole name as it is shown
 * @param given given names, separated by spaces
 * @param family family names
 */
public record UserName(Optional<String> full, Optional<String> given, Optional<String> family) {
    public UserName {
        Objects.requireNonNull(full, "full");
        Objects.requireNonNull(given, "given");
        Objects.requireNonNull(family, "family");
    }

    @Override
    public String toString() {
        return "UserName[hidden]";
    }
}
