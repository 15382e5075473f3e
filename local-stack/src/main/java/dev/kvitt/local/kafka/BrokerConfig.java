package dev.kvitt.local.kafka;

import dev.kvitt.topics.TopicPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The broker's settings: one node that is broker and controller, with buffers sized for a laptop. */
final class BrokerConfig {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerConfig() {}

    static Map<String, String> of(KafkaOptions options) {
        Map<String, String> config = new HashMap<>();
        config.put("process.roles", "broker,controller");
        config.put("node.id", Integer.toString(NODE_ID));
        config.put("log.dirs", options.dataFolder().toAbsolutePath().toString());
        listeners(config, options);
        options.guard().ifPresent(guard -> guard.addTo(config));
        topics(config);
        memory(config);
        return config;
    }

    private static void listeners(Map<String, String> config, KafkaOptions options) {
        String controller = "127.0.0.1:" + options.controllerPort();
        config.put("controller.listener.names", CONTROLLER_LISTENER);
        config.put("controller.quorum.voters", NODE_ID + "@" + controller);
        config.put(
                "listeners",
                join(options, listener -> listener.name() + "://" + listener.bindHost() + ":" + listener.port()) + ","
                        + CONTROLLER_LISTENER + "://" + controller);
        config.put("advertised.listeners", join(options, listener -> listener.name() + "://" + listener.advertised()));
        config.put(
                "listener.security.protocol.map",
                join(options, listener -> listener.name() + ":PLAINTEXT") + "," + CONTROLLER_LISTENER + ":PLAINTEXT");
        config.put("inter.broker.listener.name", options.listeners().getFirst().name());
    }

    private static String join(KafkaOptions options, Function<KafkaListener, String> text) {
        return options.listeners().stream().map(text).collect(Collectors.joining(","));
    }

    private static void topics(Map<String, String> config) {
        config.put("auto.create.topics.enable", "false");
        config.put("default.replication.factor", "1");
        config.put("min.insync.replicas", "1");
        config.put("log.message.timestamp.type", TopicPlan.TIMESTAMP_TYPE);
        // The topics are the operators' archive: nothing is dropped by time.
        config.put("log.retention.ms", "-1");
        config.put("offsets.topic.replication.factor", "1");
        config.put("offsets.topic.num.partitions", "4");
        config.put("transaction.state.log.replication.factor", "1");
        config.put("transaction.state.log.min.isr", "1");
        config.put("transaction.state.log.num.partitions", "1");
        config.put("share.coordinator.state.topic.replication.factor", "1");
        config.put("share.coordinator.state.topic.min.isr", "1");
        config.put("share.coordinator.state.topic.num.partitions", "1");
        config.put("group.initial.rebalance.delay.ms", "0");
    }

    private static void memory(Map<String, String> config) {
        // The default of 128 MB alone would not fit the heap the launcher gives the broker.
        config.put("log.cleaner.dedupe.buffer.size", "4194304");
        config.put("log.cleaner.io.buffer.size", "131072");
        config.put("log.index.size.max.bytes", "1048576");
        config.put("num.network.threads", "2");
        config.put("num.io.threads", "4");
        config.put("background.threads", "2");
    }
}
