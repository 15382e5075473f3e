package dev.kvitt.local.stack;

import dev.kvitt.local.LauncherException;
import dev.kvitt.local.process.ChildProcess;
import dev.kvitt.local.process.LogTail;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Whether a service has ended at a crash point, and by nothing else. */
final class Halt {

    private static final int EXIT_CODE = 137;
    /** Other threads may say something between the point's words and the end. */
    private static final int LAST_LINES = 10;

    private Halt() {}

    /** @throws LauncherException when it was not the crash point that ended it */
    static void require(ChildProcess child, String crashPoint) {
        try {
            var last = LogTail.lines(child.log(), LAST_LINES);
            if (child.exitValue() != EXIT_CODE || !last.contains("Halted at crash point " + crashPoint)) {
                throw new LauncherException(
                        child.name() + " did not halt at " + crashPoint + " but ended with exit code "
                                + child.exitValue() + ". The end of its log:\n" + String.join("\n", last));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The log of " + child.name() + " cannot be read", e);
        }
    }
}
