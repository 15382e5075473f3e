package dev.kvitt.local.kafka;

import dev.kvitt.local.QuietLogging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A broker as a process of its own. Stopped in order by SIGTERM. */
public final class KafkaMain {

    /** Printed when the broker answers and every topic exists. */
    public static final String READY = "Kafka ready on";

    /** Where the arguments of a guarded door begin. */
    private static final int GUARD = 4;

    private KafkaMain() {}

    /**
     * Runs until ended by a signal.
     *
     * @param arguments data folder, port, controller port, and a file that is made when every topic exists; for a guarded
     *     door also its port and the folder of the passwords
     */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        QuietLogging.configure();
        KafkaOptions options = KafkaOptions.onLoopback(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        boolean guarded = arguments.length > GUARD;
        LocalKafka kafka = LocalKafka.start(guarded ? options.guardedBy(guard(arguments)) : options);
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop-kafka"));
        Topics.createAll(kafka.bootstrap());
        Topics.create(kafka.bootstrap(), Topics.SELF_SERVICE, Topics.SALE_PARTITIONS);
        if (guarded) {
            AccessRules.create(kafka.bootstrap(), List.of(dev.kvitt.events.Topics.POS_SALES, Topics.SELF_SERVICE));
        }
        Path ready = Path.of(arguments[3]);
        Files.writeString(ready, kafka.bootstrap());
        System.out.println(READY + " " + kafka.bootstrap());
        new CountDownLatch(1).await();
    }

    private static Guard guard(String[] arguments) throws IOException {
        return Guard.of(Integer.parseInt(arguments[GUARD]), Path.of(arguments[GUARD + 1]));
    }
}
