package dev.kvitt.cli;

import dev.kvitt.cli.text.Terminal;
import java.nio.file.Path;
import java.time.Clock;

/** What {@code ./kvitt} runs for operators' words. */
public final class Main {

    private Main() {}

    /** @param words the word and its options */
    public static void main(String[] words) {
        Path home =
                Path.of(System.getProperty("kvitt.home", ".")).toAbsolutePath().normalize();
        Terminal terminal = Terminal.ofProcess(System.getenv());
        System.exit(new Cli(new Session(terminal, System.getenv(), home, Clock.systemUTC())).run(words));
    }
}
