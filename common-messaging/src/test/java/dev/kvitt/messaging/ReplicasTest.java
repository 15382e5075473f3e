package dev.kvitt.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.Recorder;
import dev.kvitt.messaging.support.Replica;
import dev.kvitt.messaging.support.ServiceTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReplicasTest extends ServiceTest {

    private static final int SALES = 8;

    @Test
    void two_processes_share_the_partitions_and_take_over_from_each_other_under_load() throws Exception {
        var first = start();
        send(1, 10);
        var second = start(new Recorder(msn), Replica.NO_TASKS, Map.of());
        send(11, 20);
        Eventually.see(() -> assertThat(assignments()).hasSize(2).allSatisfy(partitions -> assertThat(partitions)
                .isNotEmpty()));
        assertThat(assignments().stream().mapToInt(Set::size).sum())
                .as("no partition is with both")
                .isEqualTo(Broker.ends(Recorder.READ).size());
        send(21, 30);
        first.close();
        send(31, 40);

        complete(40);
        assertThat(second.alive()).isTrue();
    }

    @Test
    void a_process_that_lost_its_partitions_without_knowing_writes_nothing() throws Exception {
        var hanging = new CountDownLatch(1);
        var reached = new CountDownLatch(1);
        handler.on("r1", (entity, effects) -> {
            reached.countDown();
            await(hanging);
        });
        Broker.send(sale(1).confirmed("r1"));
        // So slow that Kafka gives it up.
        start(handler, Replica.NO_TASKS, Map.of("max.poll.interval.ms", "1000"));
        await(reached);
        var other = new Recorder(msn);
        start(other, Replica.NO_TASKS, Map.of());
        Eventually.see(() -> assertThat(assignments()).hasSize(1));
        Broker.send(sale(2).confirmed("r1"));
        Eventually.see(() -> assertThat(assignments().getFirst())
                .hasSameSizeAs(Broker.ends(Recorder.READ).keySet()));
        hanging.countDown();

        happened(sale(1), "r1");
        happened(sale(2), "r1");
        nothingLeftToSend();
        assertThat(told(sale(1))).containsExactly(1L);
        assertThat(told(sale(2))).containsExactly(1L);
        assertThat(database.number("select count(*) from parked")).isZero();
    }

    private List<Set<TopicPartition>> assignments() throws Exception {
        try (var admin = Admin.create(Broker.clients())) {
            return admin
                    .describeConsumerGroups(List.of(service))
                    .describedGroups()
                    .get(service)
                    .get()
                    .members()
                    .stream()
                    .map(member -> member.assignment().topicPartitions())
                    .collect(Collectors.toList());
        }
    }

    private void send(int first, int last) {
        for (var n = first; n <= last; n++) {
            for (var each = 1; each <= SALES; each++) {
                Broker.send(sale(each).confirmed("r" + n));
            }
        }
    }

    private void complete(int last) {
        var all = IntStream.rangeClosed(1, last).mapToObj(n -> "r" + n).toArray(String[]::new);
        for (var each = 1; each <= SALES; each++) {
            happened(sale(each), all);
        }
        nothingLeftToSend();
        allToldInOrder(each(1, SALES, last));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
