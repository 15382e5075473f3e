package dev.kvitt.local.test;

import dev.kvitt.local.Folders;
import dev.kvitt.local.QuietLogging;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Kafka and PostgreSQL beside a test JVM. It prints one line when both answer, and ends when its standard input is closed:
 * so they never outlive the tests, even when their JVM is killed.
 */
final class PartsMain {

    /** System property: use containers instead of the embedded parts. */
    static final String CONTAINERS = "containers";

    private PartsMain() {}

    public static void main(String[] arguments) throws IOException {
        QuietLogging.configure();
        Path folder = Path.of(arguments[0]);
        try (RunningParts running = useContainers() ? ContainerParts.start() : EmbeddedParts.start(folder)) {
            System.out.println(running.parts().encode());
            System.out.flush();
            waitForEndOfInput();
        } finally {
            Folders.delete(folder);
        }
    }

    private static boolean useContainers() {
        String value = System.getProperty(CONTAINERS);
        return value != null && !value.equals("false");
    }

    private static void waitForEndOfInput() throws IOException {
        int read = System.in.read();
        while (read >= 0) {
            read = System.in.read();
        }
    }
}
