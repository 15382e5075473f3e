package dev.kvitt.cli.command;

import dev.kvitt.cli.text.Terminal;

/** Says, when Ctrl-C ends a command, that the work at the service does not end with it. */
final class GoesOn {

    private final Thread hook;

    GoesOn(Terminal terminal, String message) {
        hook = new Thread(() -> terminal.note("\n" + message), "goes-on");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** From here on it has nothing to say. */
    void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Ctrl-C came first; it is being said.
        }
    }
}
