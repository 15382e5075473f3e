package dev.kvitt.messaging.inbox;

import java.util.HashMap;
import java.util.Map;

/** What a consumer needs to be told so that the database, not Kafka, says what has been read. */
final class ConsumerSettings {

    private ConsumerSettings() {}

    static Map<String, Object> of(Map<String, Object> config) {
        var all = new HashMap<>(config);
        all.put("enable.auto.commit", "false");
        all.put("auto.offset.reset", "earliest");
        all.put("allow.auto.create.topics", "false");
        all.putIfAbsent("max.poll.records", "500");
        // What a point of sale took back was never said.
        all.putIfAbsent("isolation.level", "read_committed");
        // How long the partitions of a process that died wait for another.
        all.putIfAbsent("session.timeout.ms", "10000");
        all.putIfAbsent("heartbeat.interval.ms", "3000");
        all.putIfAbsent("partition.assignment.strategy", "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        return all;
    }
}
