package dev.kvitt.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/** Holds a topic that is there against the plan. */
final class TopicCheck {

    private TopicCheck() {}

    /**
     * Everything that differs.
     *
     * @param replication the smallest number of copies that a partition has
     * @param config the topic's settings, the broker's among them
     */
    static List<Finding> of(PlannedTopic planned, int partitions, int replication, Map<String, String> config) {
        var findings = new ArrayList<Finding>();
        if (partitions != planned.partitions()) {
            findings.add(Finding.problem(planned.name() + " has " + partitions + " partitions and should have "
                    + planned.partitions()
                    + ". Partitions of a topic in use are never added: a sale's messages would go to two of them, out of"
                    + " order. If all topics have " + partitions + ", set KVITT_TOPICS_PARTITIONS=" + partitions
                    + "; if this one is empty, delete it and run this again."));
        }
        if (replication < planned.replication()) {
            findings.add(Finding.note(planned.name() + " has " + replication + " copies and should have "
                    + planned.replication()
                    + ": a broker that is lost may take messages with it. Add copies with kafka-reassign-partitions."));
        }
        new TreeMap<>(planned.config())
                .forEach((name, wanted) -> setting(planned.name(), name, wanted, config.get(name), findings));
        return findings;
    }

    private static void setting(String topic, String name, String wanted, String found, List<Finding> findings) {
        if (wanted.equals(found)) {
            return;
        }
        var compacts = name.equals(TopicConfig.CLEANUP_POLICY_CONFIG)
                && found != null
                && found.contains(TopicConfig.CLEANUP_POLICY_COMPACT);
        if (compacts) {
            findings.add(
                    Finding.problem(topic + " is compacted: of each sale only the last message would be kept, and a"
                            + " restored database could not catch up. Set " + name + "=" + wanted
                            + " before anything is sold."));
        } else {
            findings.add(Finding.note(topic + " has " + name + "=" + found + " and should have " + wanted
                    + "; it is left as it is. To change it: kafka-configs --alter --entity-type topics --entity-name "
                    + topic + " --add-config " + name + "=" + wanted));
        }
    }
}
