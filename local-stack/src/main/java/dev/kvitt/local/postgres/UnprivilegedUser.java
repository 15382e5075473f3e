package dev.kvitt.local.postgres;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL refuses to run as root; in a user namespace of its own a root process is nobody. */
final class UnprivilegedUser {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> PREFIX = choose();

    private UnprivilegedUser() {}

    /** What to put before a command: nothing for an ordinary user. */
    static List<String> prefix() {
        return PREFIX;
    }

    private static List<String> choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!namespacesWork()) {
            throw new IllegalStateException("PostgreSQL refuses to run as root, and this machine does not allow"
                    + " user namespaces (unshare -U): run as an ordinary user");
        }
        return NAMESPACE;
    }

    private static boolean namespacesWork() {
        try {
            Process process = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
