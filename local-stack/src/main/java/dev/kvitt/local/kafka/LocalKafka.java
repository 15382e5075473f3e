package dev.kvitt.local.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker in this JVM. Stopped and started on the same folder it keeps its records. */
public final class LocalKafka implements AutoCloseable {

    /** One id for every local broker: a data folder belongs to one stack and is never joined to another cluster. */
    private static final String CLUSTER_ID = "a3ZpdHQtbG9jYWwtc3Rhaw";

    private final KafkaOptions options;
    private final KafkaRaftServer server;

    private LocalKafka(KafkaOptions options, KafkaRaftServer server) {
        this.options = options;
        this.server = server;
    }

    /**
     * Formats the folder when it is new and starts the broker; returns when the broker answers.
     *
     * @throws IllegalStateException when the folder cannot be formatted or the broker does not start
     */
    public static LocalKafka start(KafkaOptions options) {
        format(options);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(BrokerConfig.of(options)), Time.SYSTEM);
        server.startup();
        return new LocalKafka(options, server);
    }

    /** Where clients connect, as {@code host:port}. */
    public String bootstrap() {
        return options.bootstrap();
    }

    /** Stops the broker in order: logs are flushed and closed, the next start needs no recovery. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(KafkaOptions options) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            Files.createDirectories(options.dataFolder());
            new Formatter()
                    .setClusterId(CLUSTER_ID)
                    .setNodeId(BrokerConfig.NODE_ID)
                    .addDirectory(options.dataFolder().toAbsolutePath().toString())
                    .setControllerListenerName(BrokerConfig.CONTROLLER_LISTENER)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .setPrintStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's data folder cannot be written: " + options.dataFolder(), e);
        } catch (Exception e) {
            throw new IllegalStateException(
                    "Kafka's data folder cannot be formatted: " + options.dataFolder() + "\n"
                            + said.toString(StandardCharsets.UTF_8),
                    e);
        }
    }
}
