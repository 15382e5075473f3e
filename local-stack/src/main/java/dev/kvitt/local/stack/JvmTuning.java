package dev.kvitt.local.stack;

import java.util.ArrayList;
import java.util.List;

/** How the JVMs of the stack are set up. */
public enum JvmTuning {
    /** First sale soon: only the quick compiler. */
    QUICK_START(List.of("-XX:TieredStopAtLevel=1")),
    /** Most sales a second: the optimizing compiler too. */
    THROUGHPUT(List.of());

    private static final List<String> ALWAYS = List.of(
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            // Netty and the compression libraries of Kafka need both; the JVM would warn in every log.
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final List<String> own;

    JvmTuning(List<String> own) {
        this.own = own;
    }

    /** The options of a JVM with that much heap. */
    public List<String> options(int heapMegabytes) {
        List<String> options = new ArrayList<>(ALWAYS);
        options.add("-Xmx" + heapMegabytes + "m");
        options.addAll(own);
        return options;
    }
}
