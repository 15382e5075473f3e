package dev.kvitt.local.stack;

import java.nio.file.Path;

/** The JVM this launcher runs on; the services run on the same. */
public final class Java {

    private Java() {}

    /** Path of the {@code java} program. */
    public static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
