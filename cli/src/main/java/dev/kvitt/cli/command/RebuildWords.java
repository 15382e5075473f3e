package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Column;
import dev.kvitt.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What can be done with a rebuild that was started. */
public final class RebuildWords {

    private RebuildWords() {}

    /** Shows them all. */
    @Command(
            name = "list",
            description = {"Show the rebuilds, the newest first."})
    public static final class All extends ListWord {

        private static final Table TABLE = Table.of(
                Column.of("id", "id"),
                Column.of("state", "state"),
                Column.number("read", "read"),
                Column.number("sales", "sales"),
                Column.time("started", "startedAt"),
                Column.time("finished", "finishedAt"));

        /** The word in that session. */
        public All(Session session) {
            super(session);
        }

        @Override
        Call call(Session session) {
            return Call.get("rebuilds");
        }

        @Override
        Table table() {
            return TABLE;
        }

        @Override
        String none() {
            return "The ledger was never rebuilt.";
        }
    }

    /** Tells how far it is. */
    @Command(
            name = "show",
            description = {
                "Tell how far a rebuild is, and wait for it with a bar while it goes on; Ctrl-C leaves it alone."
            })
    public static final class Show extends Word {

        @Parameters(paramLabel = "ID", description = "The rebuild.")
        private String id;

        /** The word in that session. */
        public Show(Session session) {
            super(session);
        }

        @Override
        public Integer call() {
            return RebuildCommand.tell(this, RebuildCommand.watch(this, api(), id));
        }
    }

    /** What the decisions about one have in common. */
    abstract static class Decision extends Word {

        @Parameters(paramLabel = "ID", description = "The rebuild.")
        private String id;

        @Mixin
        private Reason reason;

        Decision(Session session) {
            super(session);
        }

        final int send(String what) {
            JsonNode answer = api().ask(Call.post(reason.body(), "rebuilds", id, what));
            if (json()) {
                printJson(answer);
            } else {
                terminal().say("Done: kvitt rebuild list shows its state.");
            }
            return ExitCode.OK;
        }
    }

    /** Takes it live. */
    @Command(
            name = "swap",
            description = {"Take a rebuilt ledger live in one step; nobody who asks meanwhile sees a mixture."})
    public static final class Swap extends Decision {

        /** The word in that session. */
        public Swap(Session session) {
            super(session);
        }

        @Override
        public Integer call() {
            return send("swap");
        }
    }

    /** Throws it away. */
    @Command(
            name = "give-up",
            description = {"Throw a rebuilt ledger away; the live one stays."})
    public static final class GiveUp extends Decision {

        /** The word in that session. */
        public GiveUp(Session session) {
            super(session);
        }

        @Override
        public Integer call() {
            return send("give-up");
        }
    }
}
