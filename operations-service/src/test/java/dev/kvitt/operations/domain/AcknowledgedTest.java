package dev.kvitt.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.operations.support.Stories;
import dev.kvitt.operations.support.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a point of sale was told of the money. */
class AcknowledgedTest {

    private static final String MSN = "123456";
    private static final String SALE = "till-1-0001";

    private static boolean acknowledged(String key, List<Message> messages) {
        return SaleStory.of(key, messages).orElseThrow().sale().acknowledged();
    }

    private static List<Message> approved(String reference) {
        return new Told(new Msn(MSN))
                .say(new PaymentHappened(
                        new Msn(MSN),
                        new PaymentReference(reference),
                        "psp-late",
                        "AUTHORIZED",
                        Stories.nok(4900),
                        Instant.parse("2026-11-21T10:05:00Z"),
                        null,
                        true,
                        null))
                .messages();
    }

    @Test
    void a_payment_of_which_only_an_alarm_speaks_is_not_told() {
        var all = Stories.parked(MSN, SALE).messages();
        assertThat(acknowledged(MSN + "/" + SALE, all)).isTrue();
        var alarm = all.stream()
                .filter(message -> !"kvitt.payment.authorized.v1".equals(message.type()))
                .toList();
        assertThat(alarm).hasSize(all.size() - 1);
        assertThat(acknowledged(MSN + "/" + SALE, alarm)).isFalse();
    }

    @Test
    void an_approval_after_the_till_was_told_that_nothing_was_paid_is_not_told() {
        var messages = new ArrayList<>(Stories.declined(MSN, SALE).messages());
        assertThat(acknowledged(MSN + "/" + SALE, messages)).isTrue();
        messages.addAll(approved(SALE + "-1"));
        assertThat(acknowledged(MSN + "/" + SALE, messages)).isFalse();
    }

    @Test
    void another_systems_payment_is_nothing_that_a_till_of_ours_waits_for() {
        var approved = approved("shop4711x");
        assertThat(acknowledged(approved.getFirst().key(), approved)).isTrue();
        // One of ours of which we know no more.
        var messages = new ArrayList<>(approved(SALE + "-1"));
        messages.add(Stories.declined(MSN, SALE).messages().getFirst());
        assertThat(acknowledged(MSN + "/" + SALE, messages)).isFalse();
    }
}
