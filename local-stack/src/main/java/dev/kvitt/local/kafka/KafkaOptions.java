package dev.kvitt.local.kafka;

import java.nio.file.Path;

/**
 * What one local broker needs to know.
 *
 * @param dataFolder where the log lives; may hold the log of an earlier run
 * @param bindHost address the broker listens on: 127.0.0.1, or 0.0.0.0 inside a container
 * @param port port it listens on, 1–65535; clients on this machine reach it there
 * @param controllerPort port of the KRaft controller, loopback only, 1–65535
 */
public record KafkaOptions(Path dataFolder, String bindHost, int port, int controllerPort) {

    /** A broker for this machine only. */
    public static KafkaOptions onLoopback(Path dataFolder, int port, int controllerPort) {
        return new KafkaOptions(dataFolder, "127.0.0.1", port, controllerPort);
    }

    /** Where clients connect, as {@code host:port}. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }
}
