package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A list as it is answered.
 *
 * @param next to ask for what follows, as {@code after}; absent where nothing does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, String next) {

    static <T> Page<T> of(List<T> items) {
        return new Page<>(items, null);
    }
}
