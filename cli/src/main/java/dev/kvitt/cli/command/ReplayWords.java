package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Api;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Clean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What can be done with a replay that was started. */
public final class ReplayWords {

    private ReplayWords() {}

    /** Tells how far it is. */
    @Command(
            name = "show",
            description = {
                "Tell how far a replay is, and wait for it with a bar while it goes on; Ctrl-C leaves it alone."
            })
    public static final class Show extends Word {

        @Parameters(paramLabel = "ID", description = "The replay.")
        private String id;

        /** The word in that session. */
        public Show(Session session) {
            super(session);
        }

        @Override
        public Integer call() {
            return new ReplayWatch(this, api()).of(id);
        }
    }

    /** Applies what a dry run has shown. */
    @Command(
            name = "apply",
            description = {
                "Apply what a dry run has shown, and nothing else: within a day, and once you have looked at it. It stops"
                        + " where it finds more than that; then have another dry run done."
            })
    public static final class Apply extends Word {

        @Parameters(paramLabel = "ID", description = "The dry run.")
        private String id;

        @Mixin
        private Reason reason;

        /** The word in that session. */
        public Apply(Session session) {
            super(session);
        }

        @Override
        public Integer call() {
            String why = reason.required();
            return new ReplayWatch(this, api()).applied(id, why);
        }
    }

    /** Stops it. */
    @Command(
            name = "stop",
            description = {"Stop a replay; what it applied stays applied, and resume goes on where it stopped."})
    public static final class Stop extends Word {

        @Parameters(paramLabel = "ID", description = "The replay.")
        private String id;

        @Mixin
        private Reason reason;

        /** The word in that session. */
        public Stop(Session session) {
            super(session);
        }

        @Override
        public Integer call() {
            JsonNode answer = api().ask(Call.post(reason.body(), "replays", id, "stop"));
            if (json()) {
                printJson(answer);
            } else {
                terminal().say("Replay " + Clean.line(id) + " was told to stop.");
            }
            return ExitCode.OK;
        }
    }

    /** Lets it go on. */
    @Command(
            name = "resume",
            description = {"Let a stopped replay go on where it stopped."})
    public static final class Resume extends Word {

        @Parameters(paramLabel = "ID", description = "The replay.")
        private String id;

        @Mixin
        private Reason reason;

        /** The word in that session. */
        public Resume(Session session) {
            super(session);
        }

        @Override
        public Integer call() {
            Api api = api();
            api.ask(Call.post(reason.body(), "replays", id, "resume"));
            return new ReplayWatch(this, api).of(id);
        }
    }
}
