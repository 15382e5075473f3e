package dev.kvitt.system.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.local.demo.Addresses;
import dev.kvitt.local.demo.ChecklistFlow;
import dev.kvitt.local.demo.Phone;
import dev.kvitt.local.demo.VendingFlow;
import dev.kvitt.local.stack.Progress;
import dev.kvitt.system.PaymentAtVipps;
import dev.kvitt.system.StackUnderTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** After sales of all kinds the ledger has every message that Kafka has, and Vipps' own sums of every payment, to the øre. */
class LedgerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Operations operations;
    private static Phone phone;
    private static Set<String> others;

    @BeforeAll
    static void sell() {
        var addresses = Addresses.of(StackUnderTest.stack());
        operations = new Operations(StackUnderTest.stack());
        phone = new Phone(addresses.sandbox());
        others = atVipps().keySet();
        var progress = new Progress(System.out, Clock.systemUTC());
        assertThat(new ChecklistFlow().run(addresses, progress)).isTrue();
        assertThat(new VendingFlow().run(addresses, progress)).isTrue();
    }

    private static Map<String, PaymentAtVipps> atVipps() {
        var all = new TreeMap<String, PaymentAtVipps>();
        for (var payment : phone.get("/sandbox/v1/payments?limit=1000")) {
            all.put(name(payment), new PaymentAtVipps(payment));
        }
        assertThat(all).as("all of them on one page").hasSizeLessThan(1000);
        return all;
    }

    private static String name(JsonNode payment) {
        return payment.get("msn").asText() + "/" + payment.get("reference").asText();
    }

    /** Captured, refunded and still reserved, in minor units. */
    private static Map<String, String> sumsAtVipps() {
        var all = atVipps();
        all.keySet().removeAll(others);
        return new TreeMap<>(all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> {
            var sums = each.getValue().sums();
            var reserved = each.getValue().state().equals("AUTHORIZED")
                    ? sums.capturable().value()
                    : 0;
            return sums.captured().value() + " " + sums.refunded().value() + " " + reserved;
        })));
    }

    /** Without what was asked for and never made, also by other tests: Vipps knows nothing of it, and no money may have moved. */
    private static Map<String, String> inLedger(String sums, String more, Set<String> atVipps) {
        return new TreeMap<>(operations.rows("select %s from payment p %s".formatted(sums, more)).stream()
                .filter(row -> !others.contains(row.getFirst()))
                .filter(row ->
                        atVipps.contains(row.getFirst()) || !row.getLast().equals("0 0 0"))
                .collect(Collectors.toMap(List::getFirst, List::getLast)));
    }

    @Test
    void of_every_payment_the_ledger_has_what_Vipps_has() {
        var wanted = sumsAtVipps();
        assertThat(wanted.values())
                .as("sales of all kinds: captured, refunded, partly captured, not at all")
                .contains("49800 0 0", "49800 49800 0", "49800 29900 0", "29900 0 0", "0 0 0", "3000 0 0");
        var ours =
                "p.msn || '/' || p.reference, p.captured || ' ' || p.refunded || ' ' || greatest(p.authorized - p.captured - p.cancelled, 0)";
        StackUnderTest.waitFor(
                () -> inLedger(ours, "", wanted.keySet()).equals(wanted),
                PATIENCE,
                () -> inLedger(ours, "", wanted.keySet()) + " but at Vipps " + wanted);

        var booked = "p.msn || '/' || p.reference, coalesce(-sum(e.amount) filter (where account = 'customer')"
                + " - coalesce(sum(e.amount) filter (where account = 'reserved'), 0), 0) || ' '"
                + " || coalesce(sum(e.amount) filter (where account = 'refunded'), 0) || ' '"
                + " || coalesce(sum(e.amount) filter (where account = 'reserved'), 0)";
        assertThat(inLedger(booked, "left join entry e using (key, reference) group by 1", wanted.keySet()))
                .as("double entry")
                .isEqualTo(wanted);
    }

    @Test
    void the_entries_of_every_payment_add_up_to_nothing() {
        assertThat(operations.rows("select count(*) > 20 from entry")).isEqualTo(List.of(List.of("t")));
        assertThat(operations.rows("select key, reference, sum(amount) from entry group by 1, 2, currency"
                        + " having sum(amount) <> 0"))
                .isEmpty();
    }

    @Test
    void every_message_of_Kafka_is_in_the_ledger() {
        var missing = new TreeSet<String>();
        StackUnderTest.waitFor(
                () -> {
                    missing.clear();
                    missing.addAll(missing());
                    return missing.isEmpty();
                },
                PATIENCE,
                () -> "not in the ledger: " + missing);
    }

    /** A message is known by its id; one that nobody can read by where it stands. */
    private static Set<String> missing() {
        var messages = messages();
        assertThat(messages).hasSizeGreaterThan(100);
        var known = operations
                .rows("select topic || ' ' || event_id from message"
                        + " union all select topic || '-' || partition || '@' || \"offset\" from message")
                .stream()
                .map(List::getFirst)
                .collect(Collectors.toSet());
        messages.removeIf(each -> each.stream().anyMatch(known::contains));
        return messages.stream().map(each -> String.join(", ", each)).collect(Collectors.toSet());
    }

    /** Both names of each. What is in quarantine has a table of its own, by the place of what could not be read. */
    private static Set<List<String>> messages() {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", StackUnderTest.stack().context().ports().kafka(), "enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic ->
                            !topic.getKey().startsWith("__") && !topic.getKey().equals("quarantine"))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var all = new HashSet<List<String>>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> all.add(names(message)));
            }
            return all;
        }
    }

    private static List<String> names(ConsumerRecord<byte[], byte[]> message) {
        var id = message.headers().lastHeader("ce_id");
        return List.of(
                message.topic() + "-" + message.partition() + "@" + message.offset(),
                message.topic() + " " + (id == null ? "" : new String(id.value(), StandardCharsets.UTF_8)));
    }
}
