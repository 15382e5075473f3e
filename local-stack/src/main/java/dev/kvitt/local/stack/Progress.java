package dev.kvitt.local.stack;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Lines that say how far a long piece of work is, with the seconds since it began. */
public final class Progress {

    private final PrintStream out;
    private final Clock clock;
    private final Instant began;

    public Progress(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.began = clock.instant();
    }

    /** One line. */
    public void say(String line) {
        double seconds = Duration.between(began, clock.instant()).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds, line));
        out.flush();
    }
}
