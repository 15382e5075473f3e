package dev.kvitt.local.kafka;

import dev.kvitt.events.TopicUser;
import dev.kvitt.events.Topics;
import dev.kvitt.local.GeneratedFile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code deploy/kafka/acls.sh}: the access rules as calls of Kafka's own program. */
final class AclScript {

    private static final String HEAD =
            """
            #!/bin/sh
            # Who may do what on Kafka. Made from TopicUser by %s
            #
            # usage: acls.sh BOOTSTRAP [COMMAND-CONFIG]
            #   BOOTSTRAP        host:port of a broker
            #   COMMAND-CONFIG   file of client settings of somebody who may change access rules
            # KVITT_POINTS_OF_SALE   which topic each point of sale's principal writes to, as topic=principal,
            #                        separated by blanks; "pos.sales=point-of-sale" unless set. The topics are those
            #                        of pointOfSaleTopics in the registry. It reads in consumer groups that are called
            #                        "principal." and whatever it likes.
            # KAFKA_ACLS             Kafka's program, "kafka-acls.sh" unless set
            #
            # Rules are added, never taken away: what somebody may no longer do is to be removed by hand.
            set -eu
            bootstrap=${1:?"say where Kafka is, as host:port"}
            points_of_sale=${KVITT_POINTS_OF_SALE:-pos.sales=point-of-sale}

            allow() {
              "${KAFKA_ACLS:-kafka-acls.sh}" --bootstrap-server "$bootstrap" ${config:+--command-config "$config"} \\
                --add --allow-principal "$@"
            }
            config=${2:-}
            """;

    private static final String POINTS_OF_SALE =
            """
            # points of sale, each at its own topic
            for pair in $points_of_sale; do
              topic=${pair%%=*}
              principal=${pair#*=}
            """;

    private AclScript() {}

    static String text() {
        var lines = Stream.concat(
                Arrays.stream(TopicUser.values())
                        .filter(user -> user != TopicUser.POINT_OF_SALE)
                        .map(AclScript::block),
                Stream.of(pointsOfSale()));
        return HEAD.formatted(GeneratedFile.COMMAND) + lines.collect(Collectors.joining());
    }

    private static String block(TopicUser user) {
        var principal = "User:" + user.principal();
        var reads = user.reads().stream()
                .filter(topic -> !topic.equals(Topics.POS_SALES))
                .toList();
        var text = "\n# " + user.principal() + "\n" + allow("", principal, "Write", user.writes());
        if (reads.isEmpty()) {
            return text;
        }
        return text
                + allow("", principal, "Read", reads)
                + (user.isService() ? allow("", principal, "DescribeConfigs", reads) : "")
                + group(principal, user)
                + AccessRules.observed(user).stream()
                        .map(group -> "allow \"" + principal + "\" --operation Describe --group \"" + group + "\"\n")
                        .collect(Collectors.joining());
    }

    private static String pointsOfSale() {
        var till = TopicUser.POINT_OF_SALE;
        var readers = Arrays.stream(TopicUser.values())
                .filter(user -> user.reads().contains(Topics.POS_SALES))
                .map(user -> allow("  ", "User:" + user.principal(), "Read", List.of("$topic"))
                        + allow("  ", "User:" + user.principal(), "DescribeConfigs", List.of("$topic")))
                .collect(Collectors.joining());
        return "\n" + POINTS_OF_SALE + allow("  ", "User:$principal", "Write", List.of("$topic"))
                + allow("  ", "User:$principal", "Read", till.reads())
                + "  allow \"User:$principal\" --operation Read --group \"$principal.\" --resource-pattern-type prefixed\n"
                + readers + "done\n";
    }

    private static String group(String principal, TopicUser user) {
        var groups =
                user.isService() ? user.principal() + "\"" : user.principal() + ".\" --resource-pattern-type prefixed";
        return "allow \"" + principal + "\" --operation Read --group \"" + groups + "\n";
    }

    private static String allow(String indent, String principal, String operation, List<String> topics) {
        return indent + "allow \"" + principal + "\" --operation " + operation
                + topics.stream().map(topic -> " --topic \"" + topic + "\"").collect(Collectors.joining()) + "\n";
    }
}
