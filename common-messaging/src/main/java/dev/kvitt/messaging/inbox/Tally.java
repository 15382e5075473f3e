package dev.kvitt.messaging.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.stream.Collectors;

/** Counts messages whose offsets are committed, and those of them that nobody could read. */
public final class Tally {

    private Tally() {}

    /** From 0: whoever watches for growth would not see the first of something that was not there before. */
    public static void begin(List<String> topics) {
        topics.forEach(Tally::applied);
        quarantined();
    }

    static void committed(List<Prepared> batch) {
        batch.stream()
                .collect(Collectors.groupingBy(each -> each.message().topic(), Collectors.counting()))
                .forEach((topic, count) -> applied(topic).increment(count.doubleValue()));
        var unreadable = batch.stream()
                .filter(each -> each.found() instanceof Found.Unreadable)
                .count();
        if (unreadable > 0) {
            quarantined().increment((double) unreadable);
        }
    }

    private static Counter applied(String topic) {
        return Metrics.counter("kvitt.messages.applied", "topic", topic);
    }

    private static Counter quarantined() {
        return Metrics.counter("kvitt.quarantined");
    }
}
