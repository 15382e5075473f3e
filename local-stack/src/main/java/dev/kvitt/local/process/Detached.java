package dev.kvitt.local.process;

import java.util.List;

/** Keeps the terminal's signals from a process. */
public final class Detached {

    /**
     * Put before a command. Ctrl-C reaches every process of the terminal at once; children ignore it, so that the launcher
     * can stop them in order. The setting survives exec, and the process id stays the same.
     */
    public static final List<String> FROM_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP QUIT; exec \"$@\"", "kvitt");

    private Detached() {}
}
