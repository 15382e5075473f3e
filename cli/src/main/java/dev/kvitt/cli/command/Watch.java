package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.http.Api;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.ProgressBar;
import dev.kvitt.cli.text.Terminal;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Looks at a long piece of work at the service until it is over. */
final class Watch {

    private static final Set<String> GOING_ON = Set.of("running", "reading", "folding");
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 2_000;
    private static final int SILENT_LOOKS = 5;
    private static final long SILENCE_MILLIS = 500;

    private final Api api;
    private final Terminal terminal;
    private final String name;
    private final Call look;
    private final String afterwards;

    /**
     * A watch over one piece of work.
     *
     * @param name what is drawn before the bar
     * @param look how it is asked for
     * @param afterwards what a person is told who stops watching: that it goes on, and how to see and stop it
     */
    Watch(Api api, Terminal terminal, String name, Call look, String afterwards) {
        this.api = api;
        this.terminal = terminal;
        this.name = name;
        this.look = look;
        this.afterwards = afterwards;
    }

    /** How it ended. */
    JsonNode untilOver() {
        ProgressBar bar = new ProgressBar(terminal, name);
        GoesOn goesOn = new GoesOn(terminal, afterwards);
        try {
            JsonNode now = draw(bar, look());
            for (long wait = FIRST_MILLIS; GOING_ON.contains(state(now)); wait = Math.min(LONGEST_MILLIS, wait * 2)) {
                sleep(wait);
                now = draw(bar, look());
            }
            return now;
        } finally {
            goesOn.close();
            bar.end();
        }
    }

    /** One look. A service that is silent for a moment, as in an upgrade, ends nothing. */
    private JsonNode look() {
        for (int silent = 1; ; silent++) {
            try {
                return api.ask(look);
            } catch (Failure failure) {
                if (failure.absent()) {
                    throw failure;
                }
                if (failure.exitCode() != ExitCode.NOT_REACHABLE || silent == SILENT_LOOKS) {
                    throw new Failure(failure.exitCode(), failure.getMessage() + "\n" + afterwards, failure);
                }
                sleep(SILENCE_MILLIS);
            }
        }
    }

    private static String state(JsonNode now) {
        return now.path("state").asText();
    }

    private static JsonNode draw(ProgressBar bar, JsonNode now) {
        String state = state(now);
        if (!GOING_ON.contains(state) && !now.has("toRead") && !now.has("progress")) {
            // Over at once: there is no way to draw.
            return now;
        }
        if (now.has("toRead")) {
            bar.at(now.path("read").asLong(), now.path("toRead").asLong(), state);
        } else {
            bar.at(Math.round(now.path("progress").asDouble(0) * 100), 100, state);
        }
        return now;
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.FAILED, "Interrupted.", e);
        }
    }
}
