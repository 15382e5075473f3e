package dev.kvitt.local.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.local.kafka.Topics;
import dev.kvitt.local.postgres.Database;
import dev.kvitt.topics.PlannedTopic;
import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;

class TestPartsTest {

    @Test
    void every_topic_is_there_with_its_partitions() throws Exception {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestParts.kafka().bootstrap()))) {
            var topics = Topics.plan().stream().map(PlannedTopic::name).toList();
            var found = admin.describeTopics(topics).allTopicNames().get(30, TimeUnit.SECONDS);
            for (PlannedTopic topic : Topics.plan()) {
                assertThat(found.get(topic.name()).partitions()).hasSize(topic.partitions());
            }
        }
    }

    @Test
    void two_fresh_databases_of_one_service_are_different() throws Exception {
        Database first = TestParts.postgres().freshDatabase("payment");
        Database second = TestParts.postgres().freshDatabase("payment");
        assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
        try (var connection = DriverManager.getConnection(first.directUrl());
                var sql = connection.createStatement()) {
            sql.execute("CREATE TABLE sale (id text)");
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void the_quarkus_resource_names_the_settings_services_read() {
        KvittTestResource resource = new KvittTestResource();
        resource.init(Map.of("service", "capture"));
        assertThat(resource.start())
                .containsOnlyKeys(
                        "kvitt.kafka.bootstrap",
                        "quarkus.datasource.jdbc.url",
                        "quarkus.datasource.username",
                        "quarkus.datasource.password",
                        "kvitt.db.direct-url")
                .hasEntrySatisfying(
                        "quarkus.datasource.jdbc.url", url -> assertThat(url).contains("/capture_"));
    }
}
