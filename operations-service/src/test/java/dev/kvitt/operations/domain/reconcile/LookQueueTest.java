package dev.kvitt.operations.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LookQueueTest {
    private static final Instant TODAY = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void who_was_never_asked_about_comes_first_then_the_oldest_look_then_the_most_money() {
        var queue = new LookQueue(5, group -> Optional.empty());
        add(queue, "looked-now", TODAY, 9_000);
        add(queue, "little", null, 100);
        add(queue, "looked-before", TODAY.minusSeconds(3600), 5);
        add(queue, "much", null, 90_000);

        assertThat(references(queue)).containsExactly("much", "little", "looked-before", "looked-now");
    }

    @Test
    void who_finds_no_room_is_told_and_waits() {
        var queue = new LookQueue(2, group -> Optional.empty());
        assertThat(add(queue, "first", TODAY, 1)).isEmpty();
        assertThat(add(queue, "second", null, 1)).isEmpty();

        assertThat(add(queue, "third", null, 2)).contains("first");
        assertThat(add(queue, "fourth", TODAY, 2)).contains("fourth");
        assertThat(references(queue)).containsExactly("third", "second");
        assertThat(add(new LookQueue(0, group -> Optional.empty()), "none", null, 1))
                .contains("none");
    }

    @Test
    void a_payment_that_vipps_does_not_answer_about_lets_others_go_before_it() {
        var tried = Map.of("silent", TODAY);
        var queue = new LookQueue(2, group -> Optional.ofNullable(tried.get(group.reference())));
        add(queue, "silent", null, 90_000);
        add(queue, "looked-before", TODAY.minusSeconds(60), 1);
        add(queue, "new", null, 1);

        assertThat(references(queue)).containsExactly("new", "looked-before");
    }

    private static Optional<String> add(LookQueue queue, String reference, Instant lookedAt, long money) {
        var sums = new Sums("NOK", 0, 0, 0, 0);
        var view = Optional.ofNullable(lookedAt)
                .map(at -> new VippsView("123456", reference, at, at, true, true, sums, List.of()));
        var finding = new Finding(
                FindingKind.FOREIGN_PAYMENT,
                "123456",
                "",
                reference,
                "",
                "NOK",
                OptionalLong.of(0),
                OptionalLong.of(money),
                TODAY);
        return queue.add(new Group("123456", reference, Optional.empty(), view, List.of()), List.of(finding))
                .map(Group::reference);
    }

    private static List<String> references(LookQueue queue) {
        return queue.all().stream().map(Group::reference).toList();
    }
}
