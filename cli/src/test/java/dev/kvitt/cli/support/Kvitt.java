package dev.kvitt.cli.support;

import dev.kvitt.cli.Cli;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.text.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls words as a person or a program does.
 *
 * @param home where it is called
 * @param environment variables beside the address
 * @param typed what the person types; null when nobody sits there
 * @param columns width of the terminal; 0 for none
 */
public record Kvitt(Path home, Map<String, String> environment, String typed, int columns) {

    /** When it is called. */
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** What became of a call. */
    public record Result(int exitCode, String out, String err) {}

    /** A program calls, and the service is that one. */
    public static Kvitt to(FakeOperations service, Path home) {
        try {
            Path token = home.resolve("token");
            Files.writeString(token, FakeOperations.TOKEN + "\n");
            return new Kvitt(
                    home,
                    Map.of("KVITT_OPERATIONS_URL", service.url(), "KVITT_OPERATIONS_TOKEN_FILE", token.toString()),
                    null,
                    0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A person calls, and types that when asked. */
    public Kvitt typing(String answers) {
        return new Kvitt(home, environment, answers, columns);
    }

    /** The terminal is that wide. */
    public Kvitt wide(int wanted) {
        return new Kvitt(home, environment, typed, wanted);
    }

    /** With another variable. */
    public Kvitt with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Kvitt(home, more, typed, columns);
    }

    /** Runs the words to their end. */
    public Result run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new BufferedReader(new StringReader(typed == null ? "" : typed)),
                typed != null,
                columns,
                false);
        Session session = new Session(terminal, environment, home, Clock.fixed(NOW, ZoneOffset.UTC));
        int exitCode = new Cli(session).run(words);
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
