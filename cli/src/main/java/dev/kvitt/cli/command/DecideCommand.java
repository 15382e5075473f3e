package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Call;
import dev.kvitt.cli.text.Clean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What a person decides about one sale; its service decides what that means. */
public final class DecideCommand {

    private DecideCommand() {}

    /** What the words have in common. */
    abstract static class OfSale extends Word {

        @Parameters(
                index = "0",
                paramLabel = "MSN/SALEID",
                converter = SaleKey.Converter.class,
                description = "The sale.")
        private SaleKey sale;

        @Mixin
        private Reason reason;

        OfSale(Session session) {
            super(session);
        }

        final int send(String... rest) {
            String[] path = new String[rest.length + 3];
            path[0] = "sales";
            path[1] = sale.msn();
            path[2] = sale.saleId();
            System.arraycopy(rest, 0, path, 3, rest.length);
            JsonNode answer = api().ask(Call.post(reason.body(), path));
            if (json()) {
                printJson(answer);
            } else {
                terminal().say("Asked for. What becomes of it: kvitt sale " + Clean.line(sale.toString()));
            }
            return ExitCode.OK;
        }
    }

    /** Gives reserved money back. */
    @Command(
            name = "release",
            description = {
                "Ask for what is reserved to be given back to the customer. A sale whose delivery was confirmed is not"
                        + " released: its service decides.",
                "Example: kvitt release 123456/till-1-000042 --reason \"the machine is broken\""
            })
    public static final class Release extends OfSale {

        /** The word in that session. */
        public Release(Session session) {
            super(session);
        }

        @Override
        public Integer call() {
            return send("release");
        }
    }

    /** Asks Vipps. */
    @Command(
            name = "ask",
            description = {
                "Have Vipps asked now what became of a sale.",
                "Example: kvitt ask 123456/till-1-000042 --reason \"shop calls\""
            })
    public static final class Ask extends OfSale {

        /** The word in that session. */
        public Ask(Session session) {
            super(session);
        }

        @Override
        public Integer call() {
            return send("ask");
        }
    }

    /** Gives an operation up. */
    @Command(
            name = "skip",
            description = {
                "Give an operation up that has been in doubt for more than an hour: it is never sent again. Look at Vipps"
                        + " first.",
                "Example: kvitt parked skip 123456/till-1-000042 till-1-000042-1/capture/1 --reason \"not at Vipps\""
            })
    public static final class Skip extends OfSale {

        @Parameters(index = "1", paramLabel = "OPERATION", description = "Its id, as kvitt sale shows it.")
        private String operation;

        /** The word in that session. */
        public Skip(Session session) {
            super(session);
        }

        @Override
        public Integer call() {
            return send("operations", operation, "skip");
        }
    }
}
