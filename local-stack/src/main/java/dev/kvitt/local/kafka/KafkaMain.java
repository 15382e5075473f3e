package dev.kvitt.local.kafka;

import dev.kvitt.local.QuietLogging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker as a process of its own. Stopped in order by SIGTERM. */
public final class KafkaMain {

    /** Printed when the broker answers and every topic exists. */
    public static final String READY = "Kafka ready on";

    private KafkaMain() {}

    /**
     * Runs until ended by a signal.
     *
     * @param arguments data folder, port, controller port, and a file that is made when every topic exists
     */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        QuietLogging.configure();
        KafkaOptions options = KafkaOptions.onLoopback(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        LocalKafka kafka = LocalKafka.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop-kafka"));
        Topics.createAll(kafka.bootstrap());
        Topics.create(kafka.bootstrap(), Topics.SELF_SERVICE, Topics.SALE_PARTITIONS);
        Path ready = Path.of(arguments[3]);
        Files.writeString(ready, kafka.bootstrap());
        System.out.println(READY + " " + kafka.bootstrap());
        new CountDownLatch(1).await();
    }
}
