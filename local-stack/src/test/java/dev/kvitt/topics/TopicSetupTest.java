package dev.kvitt.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Topics;
import dev.kvitt.local.FreePorts;
import dev.kvitt.local.kafka.KafkaOptions;
import dev.kvitt.local.kafka.LocalKafka;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that creates topics, on a real broker. Here, because the broker's module is built on it. */
class TopicSetupTest {

    @TempDir
    static Path folder;

    private static LocalKafka kafka;
    private static Admin admin;

    @BeforeAll
    static void startKafka() {
        List<Integer> ports = FreePorts.several(2);
        kafka = LocalKafka.start(KafkaOptions.onLoopback(folder, ports.get(0), ports.get(1)));
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()));
    }

    @AfterAll
    static void stopKafka() {
        admin.close();
        kafka.close();
    }

    @BeforeEach
    void forgetAllTopics() throws Exception {
        admin.deleteTopics(topics()).all().get();
        while (!topics().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void missing_topics_are_created_once_and_looked_at_ever_after() throws Exception {
        assertThat(run("check")).startsWith("3").contains("ERROR pos.sales is missing");
        assertThat(topics()).isEmpty();

        assertThat(run()).startsWith("0").contains("created pos.sales").contains("12 topics, 12 created now, 0 that");
        assertThat(topics()).containsAll(Topics.ALL).contains("pos.kiosks");

        assertThat(run())
                .startsWith("0")
                .contains("12 topics, 0 created now, 0 that")
                .doesNotContain("differs");
        assertThat(run("check")).startsWith("0");
    }

    @Test
    void a_topic_with_other_partitions_is_told_and_left_alone() throws Exception {
        create(new NewTopic(Topics.POS_SALES, 3, (short) 1));
        assertThat(run()).startsWith("3").contains("ERROR pos.sales has 3 partitions and should have 2");
        assertThat(partitions(Topics.POS_SALES)).isEqualTo(3);
        assertThat(partitions(Topics.PAYMENT_EVENTS)).isEqualTo(2);
    }

    @Test
    void a_compacted_topic_would_lose_sales_and_is_an_error_where_other_settings_are_only_told() throws Exception {
        create(new NewTopic(Topics.POS_SALES, 2, (short) 1).configs(Map.of("cleanup.policy", "compact,delete")));
        create(new NewTopic(Topics.PAYMENT_EVENTS, 2, (short) 1)
                .configs(Map.of("retention.ms", "86400000", "message.timestamp.type", "CreateTime")));
        assertThat(run())
                .startsWith("3")
                .contains("ERROR pos.sales is compacted")
                .contains("differs: payment.events has retention.ms=86400000 and should have -1")
                .contains("differs: payment.events has message.timestamp.type=CreateTime")
                .contains("1 that Kvitt cannot work with");
    }

    @Test
    void fewer_brokers_than_copies_end_with_1_and_the_setting_to_look_at() {
        assertThat(run(Map.of("KVITT_TOPICS_REPLICATION", "3", "KVITT_TOPICS_MIN_INSYNC", "2")))
                .startsWith("1")
                .contains("KVITT_TOPICS_REPLICATION");
    }

    @Test
    void a_broker_that_does_not_answer_ends_with_1() {
        assertThat(run(Map.of(
                        "KVITT_KAFKA_BOOTSTRAP",
                        "127.0.0.1:" + FreePorts.one(),
                        "KVITT_KAFKA_PROPERTIES__DEFAULT_API_TIMEOUT_MS_",
                        "1000",
                        "KVITT_KAFKA_PROPERTIES__REQUEST_TIMEOUT_MS_",
                        "500")))
                .startsWith("1")
                .contains("did not do it");
    }

    private String run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private String run(Map<String, String> more, String... arguments) {
        var environment = new HashMap<>(Map.of(
                "KVITT_KAFKA_BOOTSTRAP", kafka.bootstrap(),
                "KVITT_TOPICS_PARTITIONS", "2",
                "KVITT_TOPICS_REPLICATION", "1",
                "KVITT_TOPICS_MIN_INSYNC", "1",
                "KVITT_TOPICS_RETENTION", "forever",
                "KVITT_TOPICS_POINTS_OF_SALE", "pos.kiosks"));
        environment.putAll(more);
        var said = new ByteArrayOutputStream();
        var code = Main.run(arguments, environment, new PrintStream(said, true, StandardCharsets.UTF_8));
        return code + "\n" + said.toString(StandardCharsets.UTF_8);
    }

    private void create(NewTopic topic) throws Exception {
        admin.createTopics(List.of(topic)).all().get();
    }

    private static Set<String> topics() throws Exception {
        return admin.listTopics().names().get();
    }

    private int partitions(String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .size();
    }
}
