package dev.kvitt.system.customers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kvitt.local.stack.KvittService;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.system.StackUnderTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * All that a running stack keeps or tells, searched for texts: every topic (bytes of keys, headers and values), every table of every
 * database, every log, every metric and every span. What is Vipps' own, the sandbox, is left out.
 */
final class Haystack {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Stack stack = StackUnderTest.stack();
    private final Map<String, String> needles = new TreeMap<>();
    private final Map<String, Set<String>> found = new TreeMap<>();

    private Haystack(List<String> texts) {
        for (var text : texts) {
            found.put(text, new TreeSet<>());
            forms(text).forEach(form -> needles.put(form, text));
        }
    }

    /** As it is, in hexadecimal digits, and in Base64 wherever in a longer text it begins. */
    private static List<String> forms(String text) {
        var forms = new ArrayList<>(List.of(text, HexFormat.of().formatHex(text.getBytes(UTF_8))));
        for (var before = 0; before < 3; before++) {
            var encoded =
                    Base64.getEncoder().withoutPadding().encodeToString((" ".repeat(before) + text).getBytes(UTF_8));
            // What it shares a character with at both ends is not its own.
            forms.add(encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 1));
        }
        return forms;
    }

    /** @return for each text where it is: {@code topic NAME}, {@code table DATABASE.NAME}, {@code log NAME}, {@code metrics NAME}, {@code trace NAME} */
    static Map<String, Set<String>> search(String... needles) throws Exception {
        var haystack = new Haystack(Arrays.asList(needles));
        haystack.topics();
        haystack.tables();
        haystack.logs();
        haystack.metrics();
        StackUnderTest.TRACES.spans().forEach(span -> haystack.look("trace " + span.service(), span.all()));
        return haystack.found;
    }

    private void look(String where, String text) {
        needles.forEach((form, needle) -> {
            if (text.contains(form)) {
                found.get(needle).add(where);
            }
        });
    }

    private void look(String where, byte[] bytes) {
        if (bytes != null) {
            look(where, new String(bytes, UTF_8));
        }
    }

    private void topics() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stack.context().ports().kafka(), "enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = new ArrayList<TopicPartition>();
            consumer.listTopics().forEach((topic, infos) -> infos.stream()
                    .filter(info -> !topic.startsWith("__"))
                    .forEach(info -> partitions.add(new TopicPartition(topic, info.partition()))));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                for (var message : consumer.poll(POLL)) {
                    var where = "topic " + message.topic();
                    look(where, message.key());
                    look(where, message.value());
                    message.headers().forEach(header -> look(where, header.value()));
                }
            }
        }
    }

    private void tables() throws SQLException {
        for (var service : KvittService.values()) {
            if (service.databaseName().isPresent()) {
                var database = service.databaseName().get();
                try (var connection = stack.databaseAdmin().connect(database)) {
                    for (var table : tables(connection)) {
                        table(connection, database, table);
                    }
                }
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery("select format('%I.%I', schemaname, tablename) from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema')")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private void table(Connection connection, String database, String table) throws SQLException {
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery("select t::text from " + table + " t")) {
            while (rows.next()) {
                look("table " + database + "." + table, rows.getString(1));
            }
        }
    }

    private void logs() throws IOException {
        try (var files = Files.list(stack.context().data().logs())) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (!name.startsWith("vipps-sandbox")) {
                    look("log " + name, Files.readAllBytes(file));
                }
            }
        }
    }

    private void metrics() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            for (var service : KvittService.values()) {
                if (service != KvittService.VIPPS_SANDBOX) {
                    var url = stack.context().ports().url(service.serviceName()) + "/q/metrics";
                    var answer = http.send(
                            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
                    look("metrics " + service.serviceName(), answer.body());
                }
            }
        }
    }
}
