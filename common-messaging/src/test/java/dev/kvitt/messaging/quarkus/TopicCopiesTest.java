package dev.kvitt.messaging.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.quarkus.TopicCopies.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicCopiesTest {

    @Test
    void three_copies_of_which_two_must_confirm_are_safe_also_while_one_broker_is_away() {
        var found = TopicCopies.of(List.of(new Topic("pos.sales", 3, 2, List.of(3, 2))), 3, 2);
        assertThat(found).isEqualTo(new TopicCopies(List.of(), 0));
    }

    @Test
    void fewer_copies_than_wanted_are_told_topic_by_topic() {
        var found = TopicCopies.of(
                List.of(new Topic("pos.sales", 1, 1, List.of(1)), new Topic("payment.events", 3, 1, List.of(3))), 3, 2);
        assertThat(found.unsafe())
                .containsExactly(
                        "payment.events: min.insync.replicas is 1 and should be 2",
                        "pos.sales: copies is 1 and should be 3",
                        "pos.sales: min.insync.replicas is 1 and should be 2");
        assertThat(found.belowMinInsync()).isZero();
    }

    @Test
    void partitions_that_take_no_writes_are_counted() {
        var found = TopicCopies.of(
                List.of(new Topic("pos.sales", 3, 2, List.of(1, 2, 0)), new Topic("payment.events", 3, 2, List.of(1))),
                3,
                2);
        assertThat(found.belowMinInsync()).isEqualTo(3);
    }
}
