package dev.kvitt.messaging.inbox;

import java.util.HashMap;
import java.util.Map;

/** What a consumer needs to be told so that the database, not Kafka, says what has been read. */
public final class ConsumerSettings {

    /** Taken from a broker at a time; a single message may be larger. */
    static final int FETCH_MAX_BYTES = 8 * 1024 * 1024;

    private ConsumerSettings() {}

    /** For somebody who reads in no group, so that nobody else's partitions move. */
    public static Map<String, Object> withoutGroup(Map<String, Object> config, int mostRecords) {
        var all = of(config);
        all.remove("group.id");
        all.remove("group.instance.id");
        all.put("max.poll.records", Integer.toString(mostRecords));
        return all;
    }

    public static Map<String, Object> of(Map<String, Object> config) {
        var all = new HashMap<>(config);
        all.put("enable.auto.commit", "false");
        all.put("auto.offset.reset", "earliest");
        all.put("allow.auto.create.topics", "false");
        all.putIfAbsent("max.poll.records", "500");
        // 500 events of ours come nowhere near; 500 of somebody's largest messages would not fit into memory.
        all.putIfAbsent("fetch.max.bytes", Integer.toString(FETCH_MAX_BYTES));
        // What a point of sale took back was never said.
        all.putIfAbsent("isolation.level", "read_committed");
        // How long the partitions of a process that died wait for another.
        all.putIfAbsent("session.timeout.ms", "10000");
        all.putIfAbsent("heartbeat.interval.ms", "3000");
        all.putIfAbsent("partition.assignment.strategy", "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        return all;
    }
}
