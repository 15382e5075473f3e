package dev.kvitt.events.contract;

import dev.kvitt.events.EventType;
import dev.kvitt.events.TopicUser;
import dev.kvitt.events.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/events.md}: the contract as a person reads it, from the AsyncAPI document, the schemas and the examples. */
final class EventsPage {

    static final String COMMAND = "./mvnw -pl common-events test -Dtest=EventsPageTest -Devents.write";

    private static final String HEAD =
            """
            # Every event

            What a point of sale sends and hears, and what Kvitt's services tell each other. Made by `%s` from the
            [AsyncAPI document](../common-events/src/main/resources/kvitt/asyncapi.yaml), the [schemas](../common-events/src/main/resources/kvitt/schemas) and the
            [examples](../common-events/src/main/resources/kvitt/examples); a test compares. Code is made from those files, not from this page.

            What happens when: [a till](till.md), [a vending machine](vending.md). A till in another language: [examples/node-till](../examples/node-till/README.md).
            """;

    private static final String COMPOSED =
            """
            ## What fields are made of

            Objects that more than one event has.
            """;

    private final AsyncApi document = AsyncApi.read();

    String text() {
        var page = new StringBuilder(HEAD.formatted(COMMAND));
        var sections = sections();
        page.append("\n## Which there are\n").append(topics());
        sections.forEach(section ->
                page.append("\n**").append(section.title()).append("**\n").append(list(section.types())));
        page.append('\n').append(document.root().at("/info/description").asText());
        page.append("\n## Headers\n").append(new FieldTable(document.root().at("/components/schemas/headers")).text());
        for (var section : sections) {
            page.append("\n## ").append(section.title()).append('\n');
            section.types().forEach(type -> page.append(new EventSection(document, type).text()));
        }
        page.append('\n').append(COMPOSED);
        FieldTable.composed().forEach((name, schema) -> page.append("\n### %s\n\n%s\n"
                        .formatted(name, schema.path("description").asText()))
                .append(new FieldTable(schema).text()));
        return page.toString();
    }

    private record Section(String title, List<EventType> types) {}

    private static List<Section> sections() {
        var sent = types(TopicUser.POINT_OF_SALE.writes()::contains);
        var heard = types(TopicUser.POINT_OF_SALE.reads()::contains);
        var rest = new ArrayList<>(List.of(EventType.values()));
        rest.removeAll(sent);
        rest.removeAll(heard);
        return List.of(
                new Section("What a point of sale sends", sent),
                new Section("What a point of sale hears", heard),
                new Section("What Kvitt's services tell each other", rest));
    }

    private static List<EventType> types(Predicate<String> topic) {
        return Stream.of(EventType.values())
                .filter(type -> topic.test(type.topic()))
                .toList();
    }

    private String topics() {
        return Topics.ALL.stream()
                .map(topic -> "| `%s` | %s | %s | %s |\n"
                        .formatted(
                                topic,
                                users(user -> user.writes().contains(topic)),
                                users(user -> user.reads().contains(topic)),
                                document.channel(topic).path("description").asText()))
                .collect(Collectors.joining(
                        "", "\n| Topic | Written by | Read by | Carries |\n| --- | --- | --- | --- |\n", ""));
    }

    private static String users(Predicate<TopicUser> wanted) {
        return Stream.of(TopicUser.values())
                .filter(wanted)
                .map(TopicUser::principal)
                .collect(Collectors.joining(", "));
    }

    private String list(List<EventType> types) {
        return types.stream()
                .map(type -> "| [%s](#%s) | %s |\n"
                        .formatted(
                                type.typeName(),
                                type.typeName().replace(".", ""),
                                Schemas.tree(type).path("description").asText()))
                .collect(Collectors.joining("", "\n| Event | Meaning |\n| --- | --- |\n", ""));
    }
}
