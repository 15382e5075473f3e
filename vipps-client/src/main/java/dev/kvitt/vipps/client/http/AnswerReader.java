package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.NoContent;
import java.util.function.Function;

/**
 * Reads the body of a success.
 *
 * @param <T> what is in it
 */
@FunctionalInterface
public interface AnswerReader<T> {
    /**
     * Reads a body.
     *
     * @throws UnreadableAnswer or {@link IllegalArgumentException} where the body is not what was agreed
     */
    T read(String body);

    /** For calls whose status says everything. */
    static AnswerReader<NoContent> noContent() {
        return body -> new NoContent();
    }

    /** For JSON. */
    static <T> AnswerReader<T> json(Function<JsonAnswer, T> reader) {
        return body -> reader.apply(new JsonAnswer("body", Json.read(body)));
    }
}
