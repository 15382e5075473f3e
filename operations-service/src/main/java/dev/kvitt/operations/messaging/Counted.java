package dev.kvitt.operations.messaging;

import dev.kvitt.messaging.Incoming;
import dev.kvitt.operations.domain.Message;
import io.micrometer.core.instrument.Metrics;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Counts messages that the ledger has. */
final class Counted {

    private static final String UNUSABLE = "kvitt.ledger.unusable";

    private Counted() {}

    /** There from the start, so that growth shows the first as well. */
    static void begin() {
        Metrics.counter(UNUSABLE, "why", "unreadable");
        Metrics.counter(UNUSABLE, "why", "refused");
    }

    static void read(List<Incoming> messages) {
        messages.stream()
                .collect(Collectors.groupingBy(Incoming::topic, Collectors.counting()))
                .forEach((topic, count) -> Metrics.counter("kvitt.messages.applied", "topic", topic)
                        .increment(count.doubleValue()));
    }

    /** Those of them that nobody can read. */
    static void unreadable(Collection<Message> messages) {
        var count = messages.stream().filter(each -> each.unreadable() != null).count();
        Metrics.counter(UNUSABLE, "why", "unreadable").increment((double) count);
    }

    /** One that the database did not take as it is. */
    static void refused() {
        Metrics.counter(UNUSABLE, "why", "refused").increment();
    }
}
