package dev.kvitt.system.reliability;

import dev.kvitt.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the services keep in memory: what is left of their heaps after a full collection. */
final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("Total\\s+[0-9]+\\s+([0-9]+)");
    private static final int MEGABYTE = 1 << 20;

    private LiveHeap() {}

    /** @return megabytes by service */
    static Map<String, Long> of(Stack stack, Collection<String> services) {
        var live = new TreeMap<String, Long>();
        services.forEach(service -> live.put(service, megabytes(stack.pid(service))));
        return live;
    }

    private static long megabytes(long pid) {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            var told = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            var total = TOTAL.matcher(told);
            if (!total.find()) {
                throw new IllegalStateException("jcmd told nothing of process " + pid + ": " + told);
            }
            return Long.parseLong(total.group(1)) / MEGABYTE;
        } catch (IOException e) {
            throw new UncheckedIOException("jcmd cannot be run", e);
        }
    }
}
