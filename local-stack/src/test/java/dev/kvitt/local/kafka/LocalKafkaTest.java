package dev.kvitt.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.local.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    private static final String POS_SALES = dev.kvitt.events.Topics.POS_SALES;

    @TempDir
    Path folder;

    @Test
    void a_broker_started_again_on_other_ports_still_has_its_records_stamped_by_itself() throws Exception {
        try (LocalKafka first = start()) {
            Topics.createAll(first.bootstrap());
            Topics.createAll(first.bootstrap());
            send(first.bootstrap(), "sold");
        }
        try (LocalKafka second = start()) {
            ConsumerRecord<String, String> found = read(second.bootstrap());
            assertThat(found.value()).isEqualTo("sold");
            assertThat(found.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
        }
    }

    private LocalKafka start() {
        List<Integer> ports = FreePorts.several(2);
        return LocalKafka.start(KafkaOptions.onLoopback(folder, ports.get(0), ports.get(1)));
    }

    private static void send(String bootstrap, String value) throws Exception {
        Map<String, Object> config = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(POS_SALES, 0, "123456/sale-1", value))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static ConsumerRecord<String, String> read(String bootstrap) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(POS_SALES, 0);
            consumer.assign(List.of(partition));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < deadline) {
                var records = consumer.poll(Duration.ofMillis(200)).records(partition);
                if (!records.isEmpty()) {
                    return records.getFirst();
                }
            }
        }
        throw new AssertionError("No record after 30 s");
    }
}
