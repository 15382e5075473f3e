package dev.kvitt.local.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one local broker needs to know.
 *
 * @param dataFolder where the log lives; may hold the log of an earlier run
 * @param listeners where clients reach it; at least one
 * @param controllerPort port of the KRaft controller, loopback only, 1–65535
 * @param guard the second door, at which everybody may do only what the rules say; whoever uses the first may do everything
 */
public record KafkaOptions(Path dataFolder, List<KafkaListener> listeners, int controllerPort, Optional<Guard> guard) {

    public KafkaOptions {
        listeners = List.copyOf(listeners);
    }

    public KafkaOptions(Path dataFolder, List<KafkaListener> listeners, int controllerPort) {
        this(dataFolder, listeners, controllerPort, Optional.empty());
    }

    /** The same broker with a second door. */
    public KafkaOptions guardedBy(Guard wanted) {
        return new KafkaOptions(dataFolder, listeners, controllerPort, Optional.of(wanted));
    }

    /** A broker for this machine only. */
    public static KafkaOptions onLoopback(Path dataFolder, int port, int controllerPort) {
        return new KafkaOptions(
                dataFolder, List.of(new KafkaListener("PLAINTEXT", "127.0.0.1", "127.0.0.1", port)), controllerPort);
    }

    /** Where clients connect, as {@code host:port}. */
    public String bootstrap() {
        return listeners.getFirst().advertised();
    }
}
