package dev.kvitt.local.kafka;

import dev.kvitt.local.QuietLogging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The broker of a container; topics are created from outside. Stopped in order by SIGTERM. */
public final class BrokerMain {

    /** Printed when the broker answers. */
    public static final String READY = "Broker ready on";

    /** Environment variable: {@code host:port} by which other containers find it. */
    public static final String INSIDE = "KAFKA_INSIDE";

    /** Environment variable: {@code host:port} by which the machine around the container finds it; may be absent. */
    public static final String OUTSIDE = "KAFKA_OUTSIDE";

    private static final int CONTROLLER_PORT = 1099;

    private BrokerMain() {}

    /**
     * Runs until ended by a signal.
     *
     * @param arguments data folder, and a file that is made when the broker answers
     */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        QuietLogging.configure();
        Path ready = Path.of(arguments[1]);
        Files.deleteIfExists(ready);
        LocalKafka kafka =
                LocalKafka.start(new KafkaOptions(Path.of(arguments[0]), listeners(System.getenv()), CONTROLLER_PORT));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop-kafka"));
        Files.writeString(ready, kafka.bootstrap());
        System.out.println(READY + " " + kafka.bootstrap());
        new CountDownLatch(1).await();
    }

    private static List<KafkaListener> listeners(Map<String, String> environment) {
        List<KafkaListener> listeners = new ArrayList<>();
        listeners.add(KafkaListener.onAll("INSIDE", environment.get(INSIDE)));
        if (!environment.getOrDefault(OUTSIDE, "").isBlank()) {
            listeners.add(KafkaListener.onAll("OUTSIDE", environment.get(OUTSIDE)));
        }
        return listeners;
    }
}
