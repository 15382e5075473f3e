package dev.kvitt.operations.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.operations.services.ServiceDoors.Answer;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What is parked anywhere in the installation. */
@Singleton
public class ParkedSales {

    private static final int PAGE = 500;

    private final ServiceDoors doors;

    ParkedSales(ServiceDoors doors) {
        this.doors = doors;
    }

    /**
     * One key in one service.
     *
     * @param reason why it was parked: kinds of errors and places, no values
     * @param waiting messages
     */
    public record Parked(String key, String service, Instant since, String reason, int waiting) {}

    /**
     * @param next the key behind which more is parked; absent at the end
     * @param away services that could not be asked
     */
    public record Page(List<Parked> items, String next, List<String> away) {}

    /** By key; all services of the last key stand in the same answer. */
    public Page list(String after, int limit) {
        var answers = doors.askAll("/operators/parked?limit=" + Math.min(limit, PAGE) + "&after=" + encoded(after));
        var all = new ArrayList<Parked>();
        var ends = new TreeSet<String>();
        for (var answer : answers) {
            if (answer.isOk()) {
                answer.body().path("items").forEach(item -> all.add(parked(answer, item)));
                var next = answer.body().path("next").asText("");
                if (!next.isEmpty()) {
                    ends.add(next);
                }
            }
        }
        // Behind the first end nobody knows whether another service has something in between.
        var keys = new TreeSet<String>();
        all.forEach(each -> keys.add(each.key()));
        var known = ends.isEmpty() ? keys : new TreeSet<>(keys.headSet(ends.first(), true));
        var page = known.stream().limit(limit).toList();
        var more = !ends.isEmpty() || known.size() > page.size();
        var last = page.isEmpty() ? null : page.getLast();
        var items = all.stream()
                .filter(each -> last != null && each.key().compareTo(last) <= 0)
                .sorted(Comparator.comparing(Parked::key).thenComparing(Parked::service))
                .toList();
        return new Page(items, more ? last : null, ServiceDoors.away(answers));
    }

    /** All that is parked for one cause, whatever waits behind. */
    public Page of(String cause) {
        return gather(each -> each.reason().equals(cause), Integer.MAX_VALUE);
    }

    /** The first by key, until that many are known; where there are more, the answer has a {@code next}. */
    public Page first(int most) {
        return gather(each -> true, most);
    }

    private Page gather(Predicate<Parked> wanted, int most) {
        var found = new ArrayList<Parked>();
        var away = new TreeSet<String>();
        var after = "";
        while (after != null && found.size() < most) {
            var page = list(after, PAGE);
            page.items().stream().filter(wanted).forEach(found::add);
            away.addAll(page.away());
            after = page.next();
        }
        return new Page(found, after, List.copyOf(away));
    }

    /**
     * What waits under a key, as each service has it, {@linkplain Covered covered}.
     *
     * @param limit messages of each service, 1 to 500: the first
     */
    public List<Answer> messages(String key, int limit) {
        var answers = doors.askAll("/operators/parked/" + key + "?limit=" + limit);
        answers.stream()
                .filter(Answer::isOk)
                .forEach(answer -> answer.body().path("items").forEach(ParkedSales::cover));
        return answers;
    }

    private static void cover(JsonNode message) {
        if (message.path("value").isTextual()) {
            ((ObjectNode) message)
                    .put("value", Covered.text(message.path("value").asText()));
        }
    }

    /** How many messages wait in these services, those that they have not told included. */
    public static int waiting(List<Answer> answers) {
        return answers.stream()
                .filter(Answer::isOk)
                .mapToInt(answer -> answer.body()
                        .path("waiting")
                        .asInt(answer.body().path("items").size()))
                .sum();
    }

    private static Parked parked(Answer answer, JsonNode item) {
        return new Parked(
                item.path("key").asText(),
                answer.service(),
                Instant.parse(item.path("since").asText()),
                item.path("reason").asText(),
                item.path("waiting").asInt());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
