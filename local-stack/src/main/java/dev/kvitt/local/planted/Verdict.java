package dev.kvitt.local.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What became of a test.
 *
 * @param what how it ended
 * @param said why it did not pass
 */
record Verdict(What what, String said) {

    enum What {
        PASSED,
        /** By an assertion: what the test promises is broken. */
        BROKEN,
        /** By anything else, such as a start that failed; says nothing about the promise. */
        NO_TEST
    }

    static final Verdict PASS = new Verdict(What.PASSED, "");
    static final Verdict NONE = new Verdict(What.NO_TEST, "no test was run");
    private static final int ENOUGH = 1_500;

    static Verdict of(Throwable failure) {
        var said = String.valueOf(failure.getMessage());
        return failure instanceof AssertionError
                ? new Verdict(What.BROKEN, said)
                : new Verdict(What.NO_TEST, failure.getClass().getName() + ": " + said);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, what + "\n" + said);
    }

    static Verdict read(Path file) throws IOException {
        var text = Files.readString(file);
        var end = text.indexOf('\n');
        return new Verdict(What.valueOf(text.substring(0, end)), text.substring(end + 1));
    }

    /** In one line of a table. */
    String inShort() {
        var line = said.strip().replaceAll("\\s+", " ").replace("|", "/");
        return line.length() <= 140 ? line : line.substring(0, 140) + " …";
    }

    String atLength() {
        var text = said.strip().replace("```", "");
        return text.length() <= ENOUGH ? text : text.substring(0, ENOUGH) + "\nand so on";
    }
}
