package dev.kvitt.messaging.quarkus;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * How well Kafka keeps our topics.
 *
 * @param unsafe a sentence for each topic with fewer copies than wanted
 * @param belowMinInsync partitions that take no writes: fewer copies are in step than {@code min.insync.replicas} asks for
 */
record TopicCopies(List<String> unsafe, int belowMinInsync) {

    /**
     * A topic as Kafka describes it.
     *
     * @param replicas of the partition with the fewest
     * @param minInsync as the topic is configured
     * @param inStep copies that are in step, of each partition
     */
    record Topic(String name, int replicas, int minInsync, List<Integer> inStep) {}

    static TopicCopies of(Collection<Topic> topics, int expectedReplication, int expectedMinInsync) {
        var unsafe = topics.stream()
                .flatMap(topic -> Stream.concat(
                        tooFew(topic, "copies", topic.replicas(), expectedReplication),
                        tooFew(topic, "min.insync.replicas", topic.minInsync(), expectedMinInsync)))
                .sorted()
                .toList();
        var below = topics.stream()
                .mapToLong(topic -> topic.inStep().stream()
                        .filter(count -> count < topic.minInsync())
                        .count())
                .sum();
        return new TopicCopies(unsafe, (int) below);
    }

    private static Stream<String> tooFew(Topic topic, String what, int has, int wanted) {
        return has < wanted
                ? Stream.of("%s: %s is %d and should be %d".formatted(topic.name(), what, has, wanted))
                : Stream.empty();
    }
}
