package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.text.Json;
import picocli.CommandLine.Option;

/** Why a person decides something; the service records it with who it was. */
final class Reason {

    private static final int LONGEST = 200;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why, in 1 to 200 characters; it is recorded with your name. Name no customer in it.")
    private String text;

    /** Refuses to go on without one. */
    String required() {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw Failure.usage("Say why with --reason, in 1 to " + LONGEST + " characters: it is recorded with your"
                    + " name. Nothing was done.");
        }
        return text.strip();
    }

    /** What is sent with a decision. */
    ObjectNode body() {
        return Json.object().put("reason", required());
    }
}
