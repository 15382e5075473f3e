package dev.kvitt.cli.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files of the tests. */
public final class Resources {

    private Resources() {}

    /** What the service says. */
    public static String api(String name) {
        return read("/api/" + name + ".json");
    }

    /** What a person is to see. */
    public static String expected(String name) {
        return read("/expected/" + name + ".txt");
    }

    private static String read(String file) {
        try (var stream = Resources.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new AssertionError(file + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
