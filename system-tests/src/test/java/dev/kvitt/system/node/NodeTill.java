package dev.kvitt.system.node;

import dev.kvitt.events.TopicUser;
import dev.kvitt.local.demo.Addresses;
import dev.kvitt.local.demo.Vending;
import dev.kvitt.local.stack.Secrets;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.local.stack.StackSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The program of {@code examples/node-till} as a process of its own. It knows nothing but addresses and a token, and may do at
 * Kafka what a point of sale may do in production.
 */
final class NodeTill implements AutoCloseable {

    static final Path EXAMPLE = Path.of("..", "examples", "node-till");

    /** Longer than anything that Kvitt waits for in an undisturbed sale, and than Kafka misses a consumer that was killed. */
    private static final int LIMIT_SECONDS = 60;

    private static final String END = "(it has ended)";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> said = new ArrayList<>();

    private NodeTill(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    /**
     * @param data where its journal is: what was open there is looked after first
     * @param settings more than the usual ones
     * @param words what it is to do
     */
    static NodeTill start(Stack stack, String tillId, Path data, Map<String, String> settings, String... words) {
        var at = Addresses.of(stack);
        var principal = TopicUser.POINT_OF_SALE.principal();
        var secrets = new Secrets(stack.context().data().secrets());
        var command =
                Stream.concat(Stream.of("node", "till.mjs"), Stream.of(words)).toList();
        var builder = new ProcessBuilder(command).directory(EXAMPLE.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "KVITT_KAFKA", stack.context().ports().guardedKafka(),
                        "KVITT_KAFKA_USER", principal,
                        "KVITT_KAFKA_PASSWORD", secrets.password(StackSecrets.ofKafkaUser(principal)),
                        "KVITT_KAFKA_SASL", "plain",
                        "KVITT_CHECKIN", at.checkin(),
                        "KVITT_PAYMENT", at.payment(),
                        "KVITT_TOKEN", at.apiToken(),
                        "KVITT_MSN", Vending.MSN.value(),
                        "KVITT_TILL", tillId,
                        "KVITT_DATA", data.toString()));
        builder.environment().putAll(settings);
        try {
            return new NodeTill(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody types a line. */
    NodeTill isTold(String line) {
        try (var in = process.outputWriter()) {
            in.write(line);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the next line that begins so, and tells the rest of it. */
    String says(String beginning) {
        try {
            while (true) {
                var line = lines.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
                if (line == null || line.equals(END)) {
                    throw new AssertionError("It never said \"" + beginning + "\" but:\n" + String.join("\n", said));
                }
                said.add(line);
                if (line.startsWith(beginning)) {
                    return line.substring(beginning.length()).strip();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL: nothing is written, closed or said any more. */
    void isKilled() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (var out = process.inputReader()) {
            out.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("cannot be read any more: " + e.getMessage());
        } finally {
            lines.add(END);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
