package dev.kvitt.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.events.Topics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void without_settings_topics_are_those_of_production() {
        var plan = TopicPlan.of(TopicSettings.of(Map.of()));
        assertThat(plan).extracting(PlannedTopic::name).containsExactlyElementsOf(Topics.ALL);
        assertThat(plan).allSatisfy(topic -> {
            assertThat(topic.partitions()).isEqualTo(topic.name().equals(Topics.QUARANTINE) ? 1 : 24);
            assertThat(topic.replication()).isEqualTo(3);
            assertThat(topic.config())
                    .containsEntry("min.insync.replicas", "2")
                    .containsEntry("retention.ms", "34560000000")
                    .containsEntry("cleanup.policy", "delete")
                    .containsEntry("message.timestamp.type", "LogAppendTime");
        });
    }

    @Test
    void topics_of_points_of_sale_are_like_all_others_and_are_named_once() {
        var plan = TopicPlan.of(TopicSettings.of(Map.of(
                "KVITT_TOPICS_POINTS_OF_SALE", "pos.kiosks, pos.sales,",
                "KVITT_TOPICS_PARTITIONS", "12",
                "KVITT_TOPICS_RETENTION", "forever")));
        assertThat(plan).hasSize(Topics.ALL.size() + 1);
        assertThat(plan)
                .filteredOn(topic -> topic.name().equals("pos.kiosks"))
                .singleElement()
                .satisfies(topic -> {
                    assertThat(topic.partitions()).isEqualTo(12);
                    assertThat(topic.config()).containsEntry("retention.ms", "-1");
                });
    }

    @Test
    void settings_that_could_never_work_are_told_by_their_names() {
        refused("KVITT_TOPICS_PARTITIONS", "0");
        refused("KVITT_TOPICS_PARTITIONS", "many");
        refused("KVITT_TOPICS_REPLICATION", "-1");
        refused("KVITT_TOPICS_MIN_INSYNC", "4");
        refused("KVITT_TOPICS_RETENTION", "PT1H");
        refused("KVITT_TOPICS_RETENTION", "a year");
        refused("KVITT_TOPICS_POINTS_OF_SALE", "pos sales");
    }

    private static void refused(String name, String value) {
        assertThatThrownBy(() -> TopicSettings.of(Map.of(name, value)))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(name);
    }

    @Test
    void kafka_is_told_what_file_and_variables_say_and_the_variable_wins() throws Exception {
        var file = folder.resolve("client.properties");
        Files.writeString(file, "security.protocol=SSL\nssl.truststore.type=PEM\n");
        var kafka = KafkaSettings.of(Map.of(
                "KVITT_KAFKA_BOOTSTRAP", "one:9092,two:9092",
                "KVITT_KAFKA_PROPERTIES_FILE", file.toString(),
                "KVITT_KAFKA_PROPERTIES__SECURITY_PROTOCOL_", "SASL_SSL",
                "KVITT_KAFKA_PROPERTIES__SASL_JAAS_CONFIG_", "secret"));
        assertThat(kafka)
                .containsEntry("bootstrap.servers", "one:9092,two:9092")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.jaas.config", "secret")
                .containsEntry("ssl.truststore.type", "PEM");
    }

    @Test
    void what_is_missing_or_misspelt_ends_with_2_and_a_sentence() {
        assertThat(ended(Map.of())).isEqualTo("2: KVITT_KAFKA_BOOTSTRAP is not set: say where Kafka is, as host:port.");
        assertThat(ended(Map.of("KVITT_KAFKA_PROPERTIES_FILE", "/nowhere"))).startsWith("2: The file /nowhere");
        assertThat(ended(Map.of(), "delete")).isEqualTo("2: Give no argument or one: create or check.");
    }

    private static String ended(Map<String, String> environment, String... arguments) {
        var said = new ByteArrayOutputStream();
        var code = Main.run(arguments, environment, new PrintStream(said, true, StandardCharsets.UTF_8));
        return code + ": " + said.toString(StandardCharsets.UTF_8).strip();
    }
}
