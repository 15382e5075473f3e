package dev.kvitt.operations.messaging;

import dev.kvitt.messaging.Incoming;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.stream.Collectors;

/** Counts messages that the ledger has. */
final class Counted {

    private Counted() {}

    static void read(List<Incoming> messages) {
        messages.stream()
                .collect(Collectors.groupingBy(Incoming::topic, Collectors.counting()))
                .forEach((topic, count) -> Metrics.counter("kvitt.messages.applied", "topic", topic)
                        .increment(count.doubleValue()));
    }
}
