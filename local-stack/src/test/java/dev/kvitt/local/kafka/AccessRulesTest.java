package dev.kvitt.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.events.TopicUser;
import dev.kvitt.local.FreePorts;
import dev.kvitt.local.Passwords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real broker that was given the rules of {@code deploy/kafka}: each user can do what is declared of it, and nothing more.
 * That the services need no more than this, every system test shows, since the local stack keeps the same rules.
 */
class AccessRulesTest {

    private static final List<String> TOPICS = dev.kvitt.events.Topics.ALL;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static LocalKafka kafka;
    private static Guard guard;

    @BeforeAll
    static void start() throws Exception {
        List<Integer> ports = FreePorts.several(3);
        guard = new Guard(
                ports.get(2),
                Arrays.stream(TopicUser.values())
                        .collect(Collectors.toMap(TopicUser::principal, user -> Passwords.random())));
        kafka = LocalKafka.start(KafkaOptions.onLoopback(folder.resolve("kafka"), ports.get(0), ports.get(1))
                .guardedBy(guard));
        Topics.createAll(kafka.bootstrap());
        AccessRules.create(kafka.bootstrap(), List.of(dev.kvitt.events.Topics.POS_SALES));
        try (var admin = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()),
                new StringSerializer(),
                new StringSerializer())) {
            for (String topic : TOPICS) {
                admin.send(new ProducerRecord<>(topic, 0, "123456/sale-1", "there"))
                        .get(30, TimeUnit.SECONDS);
            }
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void each_user_writes_what_is_declared_and_nothing_else() {
        assertThat(whatEachMay(AccessRulesTest::written)).isEqualTo(declared(TopicUser::writes));
    }

    @Test
    void each_user_reads_what_is_declared_and_nothing_else() {
        assertThat(whatEachMay(AccessRulesTest::read)).isEqualTo(declared(TopicUser::reads));
    }

    @Test
    void kafka_is_no_refund_button_for_a_point_of_sale_nor_for_a_service_that_orders_nothing() {
        for (var user : List.of(TopicUser.POINT_OF_SALE, TopicUser.RECEIPT_SERVICE, TopicUser.WEBHOOK_GATEWAY)) {
            assertThat(written(user)).doesNotContain("payment.commands", "operator.commands");
        }
        assertThat(read(TopicUser.POINT_OF_SALE)).doesNotContain("payment.commands", "vipps.checkins", "pos.sales");
    }

    @Test
    void a_service_cannot_take_part_in_the_reading_of_another() {
        assertThatThrownBy(() -> join(TopicUser.RECEIPT_SERVICE, "payment-service"))
                .isInstanceOf(GroupAuthorizationException.class);
        assertThatThrownBy(() -> join(TopicUser.POINT_OF_SALE, "receipt-service"))
                .isInstanceOf(GroupAuthorizationException.class);
        assertThatThrownBy(() -> join(TopicUser.POINT_OF_SALE, "point-of-sale-of-another"))
                .isInstanceOf(GroupAuthorizationException.class);
        assertThat(join(TopicUser.RECEIPT_SERVICE, "receipt-service")).isTrue();
        assertThat(join(TopicUser.POINT_OF_SALE, "point-of-sale.north")).isTrue();
    }

    @Test
    void a_service_sees_how_many_copies_are_kept_of_what_it_reads_and_of_nothing_else() {
        assertThat(settingsSeenBy(TopicUser.CAPTURE_SERVICE))
                .containsExactlyInAnyOrderElementsOf(TopicUser.CAPTURE_SERVICE.reads());
        assertThat(settingsSeenBy(TopicUser.POINT_OF_SALE)).isEmpty();
    }

    @Test
    void how_far_the_services_have_read_is_seen_by_the_one_that_serves_operators_and_by_no_other() {
        assertThat(groupsSeenBy(TopicUser.OPERATIONS_SERVICE))
                .containsExactlyInAnyOrder(
                        "checkin-service",
                        "payment-service",
                        "capture-service",
                        "receipt-service",
                        "operations-service");
        assertThat(groupsSeenBy(TopicUser.CAPTURE_SERVICE)).containsExactly("capture-service");
        assertThat(groupsSeenBy(TopicUser.POINT_OF_SALE)).isEmpty();
    }

    @Test
    void nobody_gets_in_by_another_ones_name_without_its_password() {
        var stranger = settings("payment-service", "not-the-password");
        try (var consumer = new KafkaConsumer<>(stranger, new StringDeserializer(), new StringDeserializer())) {
            assertThatThrownBy(() -> consumer.partitionsFor("payment.events"))
                    .isInstanceOf(SaslAuthenticationException.class);
        }
    }

    private static Map<String, Set<String>> declared(Function<TopicUser, List<String>> topics) {
        return whatEachMay(user -> Set.copyOf(topics.apply(user)));
    }

    /** All at once: each waits for the broker most of the time. */
    private static Map<String, Set<String>> whatEachMay(Function<TopicUser, Set<String>> may) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = Arrays.stream(TopicUser.values())
                    .collect(Collectors.toMap(
                            TopicUser::principal,
                            user -> CompletableFuture.supplyAsync(() -> may.apply(user), threads)));
            return asked.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                    .join()));
        }
    }

    private static Set<String> written(TopicUser user) {
        var taken = new TreeSet<String>();
        try (var producer = new KafkaProducer<>(of(user), new StringSerializer(), new StringSerializer())) {
            for (String topic : TOPICS) {
                try {
                    producer.send(new ProducerRecord<>(topic, 0, "123456/sale-1", "tried"))
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    taken.add(topic);
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(AuthorizationException.class);
                } catch (AuthorizationException e) {
                    assertThat(e).hasMessageContaining(topic);
                } catch (Exception e) {
                    throw new AssertionError(user + " and " + topic, e);
                }
            }
        }
        return taken;
    }

    private static Set<String> read(TopicUser user) {
        var given = new TreeSet<String>();
        try (var consumer = new KafkaConsumer<>(of(user), new StringDeserializer(), new StringDeserializer())) {
            for (String topic : TOPICS) {
                consumer.assign(List.of(new TopicPartition(topic, 0)));
                try {
                    something(consumer);
                    given.add(topic);
                } catch (AuthorizationException e) {
                    assertThat(e).hasMessageContaining(topic);
                }
            }
        }
        return given;
    }

    private static Set<String> settingsSeenBy(TopicUser user) {
        var seen = new TreeSet<String>();
        try (var admin = Admin.create(of(user))) {
            var topics = TOPICS.stream()
                    .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                    .toList();
            admin.describeConfigs(topics).values().forEach((topic, answer) -> {
                try {
                    answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    seen.add(topic.name());
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(AuthorizationException.class);
                } catch (Exception e) {
                    throw new AssertionError(user + " and " + topic, e);
                }
            });
        }
        return seen;
    }

    private static Set<String> groupsSeenBy(TopicUser user) {
        var seen = new TreeSet<String>();
        try (var admin = Admin.create(of(user))) {
            for (var group : TopicUser.values()) {
                try {
                    admin.listConsumerGroupOffsets(group.principal())
                            .partitionsToOffsetAndMetadata()
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    seen.add(group.principal());
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(GroupAuthorizationException.class);
                } catch (Exception e) {
                    throw new AssertionError(user + " and " + group, e);
                }
            }
        }
        return seen;
    }

    private static void something(KafkaConsumer<String, String> consumer) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.poll(Duration.ofMillis(100)).isEmpty()) {
            assertThat(System.nanoTime()).as("of %s", consumer.assignment()).isLessThan(end);
        }
    }

    /** @return whether it was given something to read */
    private static boolean join(TopicUser user, String group) {
        var settings = new HashMap<>(of(user));
        settings.put("group.id", group);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("payment.events"));
            something(consumer);
            return true;
        }
    }

    private static Map<String, Object> of(TopicUser user) {
        return settings(user.principal(), guard.passwords().get(user.principal()));
    }

    private static Map<String, Object> settings(String principal, String password) {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + guard.port(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                Guard.login(principal, password),
                "auto.offset.reset",
                "earliest",
                "linger.ms",
                "0");
    }
}
