package dev.kvitt.operations.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.operations.api.Lags;
import dev.kvitt.operations.services.GroupLags;
import java.time.Duration;
import java.util.List;

/**
 * How far a service is behind, as it is shown.
 *
 * @param topics that it has not read to the end, each with how many messages
 */
public record LagRow(String service, Tag consumer, List<String> topics, Tag outbox, Tag parked, Tag timers, Tag tasks) {

    /** As the alerts have it. */
    private static final long TOO_MANY = 1000;

    private static final Duration TOO_LONG = Duration.ofSeconds(30);
    private static final Tag UNKNOWN = new Tag("not known", "warn", "It could not be asked.");

    static LagRow of(Lags.Service service) {
        var backlog = service.backlog();
        return new LagRow(
                service.service(),
                consumer(service.consumer()),
                topics(service.consumer()),
                outbox(backlog),
                count(backlog, "parked", "wait for a person"),
                count(backlog, "timersOverdue", "late"),
                count(backlog, "tasksOverdue", "late"));
    }

    private static Tag consumer(GroupLags.Lag lag) {
        if (lag == null) {
            return new Tag("not known", "warn", "Kafka did not say, or nothing was read yet.");
        }
        return lag.messages() > TOO_MANY
                ? new Tag(lag.messages() + ": too many", "bad", "More than " + TOO_MANY + " messages wait.")
                : new Tag(Long.toString(lag.messages()), "good", "Messages that it has not said it has applied.");
    }

    private static List<String> topics(GroupLags.Lag lag) {
        return lag == null
                ? List.of()
                : lag.byTopic().entrySet().stream()
                        .map(topic -> topic.getKey() + " " + topic.getValue())
                        .sorted()
                        .toList();
    }

    private static Tag outbox(JsonNode backlog) {
        if (backlog == null) {
            return UNKNOWN;
        }
        var rows = backlog.path("outbox").asLong();
        var age = Duration.ofSeconds(backlog.path("outboxAgeSeconds").asLong());
        if (age.compareTo(TOO_LONG) > 0) {
            return new Tag(rows + ", for " + age.toSeconds() + " s: too long", "bad", "What was decided is not sent.");
        }
        return new Tag(Long.toString(rows), "good", "Rows that are not sent yet.");
    }

    private static Tag count(JsonNode backlog, String name, String bad) {
        if (backlog == null) {
            return UNKNOWN;
        }
        var count = backlog.path(name).asLong();
        return count == 0 ? new Tag("0", "good", "None.") : new Tag(count + ": " + bad, "bad", "Look at it.");
    }
}
