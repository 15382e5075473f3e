package dev.kvitt.operations.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.operations.services.ServiceDoors.Answer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A sale and all that waits for it.
 *
 * @param reserved money as people read it; a dash for none
 * @param waiting messages in all services, more than are shown where there are more
 * @param messages the first of each service in the order in which they wait there
 */
public record ParkedSale(String key, String reserved, int waiting, List<Waiting> messages) {

    /** Messages that are not shown. */
    public int more() {
        return waiting - messages.size();
    }

    /** One header of a message. */
    public record Header(String name, String value) {}

    /**
     * A message as its service read it, whatever stands in it.
     *
     * @param reason why it waits
     * @param bodyTitle what the body is shown as
     */
    public record Waiting(
            String service,
            String topic,
            String partition,
            String offset,
            String type,
            String id,
            List<Header> headers,
            String bodyTitle,
            String body,
            String reason,
            Instant parkedAt) {

        /** Which it is among all that are parked anywhere. */
        public String place() {
            return service + "-" + topic + "-" + partition + "-" + offset;
        }
    }

    static List<Waiting> messages(List<Answer> answers) {
        var found = new ArrayList<Waiting>();
        for (var answer : answers) {
            if (answer.isOk()) {
                answer.body().path("items").forEach(item -> found.add(message(answer.service(), item)));
            }
        }
        return found;
    }

    private static Waiting message(String service, JsonNode item) {
        var headers = new ArrayList<Header>();
        item.path("headers")
                .properties()
                .forEach(each ->
                        headers.add(new Header(each.getKey(), each.getValue().asText())));
        var type = item.path("type").asText();
        return new Waiting(
                service,
                item.path("topic").asText(),
                item.path("partition").asText(),
                item.path("offset").asText(),
                type.isEmpty() ? "names no type" : type,
                item.path("eventId").asText(),
                headers,
                bodyTitle(item),
                item.path("value").asText(item.path("valueBase64").asText()),
                item.path("reason").asText(),
                time(item.path("parkedAt").asText()));
    }

    private static String bodyTitle(JsonNode item) {
        if (item.hasNonNull("value")) {
            return "Body";
        }
        return item.hasNonNull("valueBase64") ? "Body, no text: in Base64" : "It has no body.";
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
