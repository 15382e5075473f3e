package dev.kvitt.gateway;

import java.util.Objects;

/**
 * Named places where a test can have the process halted, as if the power went; as common-messaging's, of which this
 * service needs nothing else. Off unless the system property {@code kvitt.crash-at} or the environment variable
 * {@code KVITT_CRASH_AT} names one.
 */
public final class CrashPoint {

    private static final String ARMED =
            System.getProperty("kvitt.crash-at", Objects.requireNonNullElse(System.getenv("KVITT_CRASH_AT"), ""));

    private CrashPoint() {}

    public static void reached(String name) {
        if (!ARMED.isEmpty() && ARMED.equals(name)) {
            System.err.println("Halted at crash point " + name);
            Runtime.getRuntime().halt(137);
        }
    }
}
