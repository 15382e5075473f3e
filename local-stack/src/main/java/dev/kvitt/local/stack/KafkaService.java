package dev.kvitt.local.stack;

import dev.kvitt.local.kafka.KafkaMain;
import dev.kvitt.local.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The broker of a stack. */
final class KafkaService {

    private static final int HEAP_MEGABYTES = 256;

    private KafkaService() {}

    static ChildProcess start(DataFolder data, Ports ports, JvmTuning tuning) {
        forget(data);
        return ChildProcess.start(
                Ports.KAFKA, command(data, ports, tuning), Map.of(), data.log(Ports.KAFKA), data.pidFile(Ports.KAFKA));
    }

    /** Whether it answers and has every topic. */
    static boolean isReady(DataFolder data) {
        return Files.exists(readyFile(data));
    }

    private static void forget(DataFolder data) {
        try {
            Files.deleteIfExists(readyFile(data));
        } catch (IOException e) {
            throw new UncheckedIOException("File of an earlier run cannot be deleted", e);
        }
    }

    private static List<String> command(DataFolder data, Ports ports, JvmTuning tuning) {
        List<String> command = new ArrayList<>();
        command.add(Java.program());
        command.addAll(tuning.options(HEAP_MEGABYTES));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), KafkaMain.class.getName()));
        command.addAll(List.of(
                data.kafka().toString(),
                Integer.toString(ports.of(Ports.KAFKA)),
                Integer.toString(ports.of(Ports.KAFKA_CONTROLLER)),
                readyFile(data).toString(),
                Integer.toString(ports.of(Ports.KAFKA_GUARDED)),
                data.secrets().toString()));
        return command;
    }

    private static Path readyFile(DataFolder data) {
        return data.run().resolve("kafka.ready");
    }
}
