package dev.kvitt.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command speaks.
 *
 * @param out results, also for programs
 * @param err what went wrong, and how far a long piece of work is
 * @param in answers of a person
 * @param interactive whether a person sits there: asks are asked, progress is drawn in place
 * @param columns how wide it is; 0 when nobody knows, as in a file
 * @param coloured whether colours are wanted
 */
public record Terminal(
        PrintStream out, PrintStream err, BufferedReader in, boolean interactive, int columns, boolean coloured) {

    /** That of this process. {@code COLUMNS} tells its width and that the output goes there; see no-color.org, too. */
    public static Terminal ofProcess(Map<String, String> environment) {
        Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        boolean interactive = console.isPresent();
        Reader in = console.map(Console::reader).orElseGet(Reader::nullReader);
        int columns = width(environment.getOrDefault("COLUMNS", ""));
        boolean coloured =
                interactive && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(utf8(System.out), utf8(System.err), new BufferedReader(in), interactive, columns, coloured);
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static int width(String columns) {
        return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : 0;
    }

    /** A line of the result. */
    public void say(String line) {
        out.println(line);
    }

    /** A table, or a sentence where there is nothing. */
    public void show(Table table, Collection<JsonNode> items, String none) {
        if (items.isEmpty()) {
            say(none);
        } else {
            table.lines(items, columns).forEach(this::say);
        }
    }

    /** Something beside the result. */
    public void note(String line) {
        err.println(line);
    }

    /** Whether the person there agrees; anything but a clear yes is a no, and so is nobody there. */
    public boolean agrees(String question) {
        if (!interactive) {
            return false;
        }
        err.print(question + " [y/N] ");
        err.flush();
        try {
            String answer = in.readLine();
            return answer != null
                    && (answer.strip().toLowerCase(Locale.ROOT).equals("y")
                            || answer.strip().toLowerCase(Locale.ROOT).equals("yes"));
        } catch (IOException e) {
            throw new UncheckedIOException("The answer cannot be read", e);
        }
    }

    /** The text in the colour of how grave it is: {@code good}, {@code warn}, {@code bad}; else as it is. */
    public String coloured(String level, String text) {
        if (!coloured) {
            return text;
        }
        return switch (level) {
            case "good" -> "\u001b[32m" + text + "\u001b[0m";
            case "warn" -> "\u001b[33m" + text + "\u001b[0m";
            case "bad" -> "\u001b[31m" + text + "\u001b[0m";
            default -> text;
        };
    }

    @Override
    public String toString() {
        return "Terminal[" + columns + "]";
    }
}
