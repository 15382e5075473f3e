package dev.kvitt.messaging.support;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Msn;
import dev.kvitt.events.Quarantined;
import dev.kvitt.events.ReceiptPosted;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.task.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A service with a database and a sales unit of its own on the shared broker, begun where the topics end. */
public abstract class ServiceTest {

    protected final Msn msn = Sale.newMsn();
    protected final String service = "test-" + msn;
    protected final Recorder handler = new Recorder(msn);
    protected TestDatabase database;
    private Map<TopicPartition, Long> start;
    private final List<Replica> replicas = new ArrayList<>();

    @BeforeEach
    void open() {
        start = Broker.ends(List.of(Topics.RECEIPT_EVENTS, Topics.QUARANTINE));
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        replicas.forEach(Replica::close);
        database.close();
    }

    protected Replica start() {
        return start(handler, Replica.NO_TASKS, Map.of());
    }

    protected Replica start(TaskRunner runner) {
        return start(handler, runner, Map.of());
    }

    /** @param more of the consumer's settings */
    protected Replica start(Recorder recorder, TaskRunner runner, Map<String, Object> more) {
        var replica = Replica.start(service, database, recorder, runner, more);
        replicas.add(replica);
        return replica;
    }

    protected Sale sale(int number) {
        return Sale.of(msn, number);
    }

    /** Another sale whose messages are on the same partition, so that they are read in the order they were sent. */
    protected Sale neighbour(Sale sale) {
        var partition = Broker.send(sale.confirmed("r0")).partition();
        var number = 1000;
        while (Broker.send(sale(number).confirmed("r0")).partition() != partition) {
            number++;
        }
        return sale(number);
    }

    /** Waits until exactly this has happened to the sale, in this order. */
    protected void happened(Sale sale, String... what) {
        Eventually.see(() -> assertThat(database.history(sale.key())).containsExactly(what));
    }

    protected void nothingLeftToSend() {
        Eventually.isTrue("the outbox is empty", () -> database.number("select count(*) from outbox") == 0);
    }

    /** The numbers of what was told about the sale, repetitions included, in the order of the log. */
    protected List<Long> told(Sale sale) {
        return told().getOrDefault(sale.key(), List.of());
    }

    private Map<String, List<Long>> told() {
        return messages(Topics.RECEIPT_EVENTS).stream()
                .map(message -> (ReceiptPosted) Broker.event(message).data())
                .collect(groupingBy(
                        ReceiptPosted::key, mapping(data -> data.total().value(), toList())));
    }

    /** Everything was told at least once, and for the first time in order. */
    protected void allToldInOrder(Sale sale, int count) {
        allToldInOrder(Map.of(sale, count));
    }

    protected void allToldInOrder(Map<Sale, Integer> counts) {
        var told = told();
        counts.forEach((sale, count) -> assertThat(
                        told.getOrDefault(sale.key(), List.of()).stream().distinct())
                .as("first words about %s", sale.key())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList()));
    }

    /** The sales from the first number to the last, each with the same count. */
    protected Map<Sale, Integer> each(int first, int last, int count) {
        return IntStream.rangeClosed(first, last).boxed().collect(toMap(this::sale, number -> count));
    }

    /** All that this service has quarantined, in any order. */
    protected List<Quarantined> quarantined() {
        return messages(Topics.QUARANTINE).stream()
                .map(message -> (Quarantined) Broker.event(message).data())
                .filter(data -> data.service().equals(service))
                .toList();
    }

    protected List<ConsumerRecord<byte[], byte[]>> messages(String topic) {
        return Broker.since(start).stream()
                .filter(message -> message.topic().equals(topic))
                .toList();
    }
}
