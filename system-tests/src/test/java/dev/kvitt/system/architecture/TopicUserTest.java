package dev.kvitt.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.kvitt.events.EventType;
import dev.kvitt.events.TopicUser;
import dev.kvitt.events.Topics;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@link TopicUser} declares of a service is what its code can say: an event that a service makes, it says. What it reads
 * it takes from the declaration itself.
 */
class TopicUserTest {

    private static final Map<String, String> TOPIC_OF_EVENT = Arrays.stream(EventType.values())
            .collect(Collectors.toMap(type -> type.data().getName(), EventType::topic));

    @ParameterizedTest
    @EnumSource(
            value = TopicUser.class,
            names = {"POINT_OF_SALE", "OPERATIONS_SERVICE"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_service_writes_the_topics_whose_events_its_code_makes_and_no_others(TopicUser service) {
        var modules = service == TopicUser.WEBHOOK_GATEWAY
                ? List.of(service.principal())
                : List.of(service.principal(), "common-messaging");

        assertThat(modules.stream().flatMap(TopicUserTest::topicsOfEventsMadeIn).collect(Collectors.toSet()))
                .isEqualTo(service.writes().stream()
                        // What tills ask for over HTTP is made by them and only handed on.
                        .filter(topic -> !topic.equals(Topics.POS_HTTP))
                        .collect(Collectors.toSet()));
    }

    @Test
    void what_tills_ask_for_over_http_is_let_in_by_payment_service_alone() {
        assertThat(users(TopicUser::writes, Topics.POS_HTTP)).containsExactly(TopicUser.PAYMENT_SERVICE);
    }

    @Test
    void every_topic_has_somebody_who_writes_and_somebody_who_reads_it() {
        assertThat(Topics.ALL).allSatisfy(topic -> {
            assertThat(users(TopicUser::writes, topic)).isNotEmpty();
            assertThat(users(TopicUser::reads, topic)).isNotEmpty();
        });
    }

    private static List<TopicUser> users(Function<TopicUser, List<String>> topics, String topic) {
        return Arrays.stream(TopicUser.values())
                .filter(user -> topics.apply(user).contains(topic))
                .toList();
    }

    private static Stream<String> topicsOfEventsMadeIn(String module) {
        return new ClassFileImporter()
                .importPath(Path.of("..", module, "target", "classes")).stream()
                        .map(JavaClass::getConstructorCallsFromSelf)
                        .flatMap(Set::stream)
                        .map(JavaConstructorCall::getTargetOwner)
                        .map(JavaClass::getName)
                        .filter(TOPIC_OF_EVENT::containsKey)
                        .map(TOPIC_OF_EVENT::get);
    }
}
