package dev.kvitt.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentUncollectable;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.Topics;
import dev.kvitt.operations.support.Stories;
import dev.kvitt.operations.support.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SaleStoryTest {

    private static final String MSN = "123456";
    private static final String KEY = MSN + "/till-1-0001";

    private static final List<List<Message>> ALL = List.of(
            Stories.vending(MSN, "till-1-0001").messages(),
            Stories.refunded(MSN, "till-1-0001").messages(),
            Stories.secondAttempt(MSN, "till-1-0001").messages(),
            Stories.declined(MSN, "till-1-0001").messages(),
            Stories.refused(MSN, "till-1-0001").messages(),
            Stories.parked(MSN, "till-1-0001").messages());

    private static SaleStory story(List<Message> messages) {
        return SaleStory.of(KEY, messages).orElseThrow();
    }

    @Test
    void what_was_sold_is_captured_and_the_rest_is_the_customers_again() {
        var story = story(Stories.vending(MSN, "till-1-0001").messages());
        var sale = story.sale();
        assertThat(sale.phase()).isEqualTo(Phase.SETTLED);
        assertThat(sale.amount()).isEqualTo(5000);
        assertThat(sale.confirmed()).isEqualTo(3000);
        assertThat(List.of(sale.authorized(), sale.captured(), sale.cancelled(), sale.refunded()))
                .containsExactly(5000L, 3000L, 2000L, 0L);
        assertThat(sale.handedOver()).isTrue();
        assertThat(sale.acknowledged()).isTrue();
        assertThat(sale.tillId()).isEqualTo("machine-1");
        assertThat(sale.shopId()).isEqualTo("oslo-s");
        assertThat(story.payments()).singleElement().satisfies(payment -> {
            assertThat(payment.state()).isEqualTo(PaymentState.AUTHORIZED);
            assertThat(payment.reserved()).isZero();
        });
        assertThat(story.operations())
                .extracting(Operation::outcome)
                .containsOnly(OperationResult.Outcome.SUCCEEDED)
                .hasSize(3);
        assertThat(story.moneyEvents()).hasSize(3);
    }

    @Test
    void a_request_that_is_taken_back_before_anybody_approved_it_moves_no_money() {
        var saleId = new SaleId("till-1-0001");
        var reference = PaymentReference.of(saleId, 1);
        var at = Instant.parse("2026-11-21T10:00:40Z");
        var amount = Stories.nok(4900);
        var view =
                new PaymentView(PaymentState.TERMINATED, amount, Stories.sums(0, 0, 4900, 0), "psp-of-payment", null);
        var told = new Told(new Msn(MSN))
                .say(new PaymentHappened(new Msn(MSN), reference, "psp-n", "CREATED", amount, at, null, true, null))
                .say(new PaymentHappened(new Msn(MSN), reference, "psp-t", "TERMINATED", amount, at, null, true, null))
                .say(new OperationResult(
                        new Msn(MSN),
                        saleId,
                        OperationId.of(reference, OperationId.Kind.CANCEL, 1),
                        1,
                        OperationResult.Outcome.SUCCEEDED,
                        view,
                        null,
                        null,
                        at));

        var story = story(told.messages());

        assertThat(story.payments()).singleElement().satisfies(payment -> {
            assertThat(payment.state()).isEqualTo(PaymentState.TERMINATED);
            assertThat(payment.cancelled()).as("as Vipps shows it").isEqualTo(4900);
        });
        assertThat(story.entries()).isEmpty();
    }

    @Test
    void what_one_attempt_never_reserved_is_not_given_back_by_the_sale() {
        var saleId = new SaleId("till-1-0001");
        var first = PaymentReference.of(saleId, 1);
        var view = new PaymentView(
                PaymentState.TERMINATED, Stories.nok(4900), Stories.sums(0, 0, 4900, 0), "psp-of-payment", null);
        var messages = new ArrayList<>(Stories.secondAttempt(MSN, "till-1-0001").messages());
        messages.addAll(new Told(new Msn(MSN))
                        .say(new OperationResult(
                                new Msn(MSN),
                                saleId,
                                OperationId.of(first, OperationId.Kind.CANCEL, 1),
                                9,
                                OperationResult.Outcome.SUCCEEDED,
                                view,
                                null,
                                null,
                                Instant.parse("2026-11-21T10:00:40Z")))
                        .messages()
                        .stream()
                        .map(message -> elsewhere(message, message.key()))
                        .toList());

        var sale = story(messages).sale();

        assertThat(sale.authorized()).isEqualTo(4900);
        assertThat(sale.cancelled()).isZero();
    }

    @Test
    void check_ins_at_a_code_tell_of_no_sale_even_of_one_with_the_same_name() {
        var messages = new ArrayList<>(Stories.vending(MSN, "till-1-0001").messages());
        var expected = story(messages);
        var checkIn = new Message(
                KEY,
                Topics.VIPPS_CHECKINS,
                UUID.randomUUID(),
                "kvitt.vipps.checked-in.v1",
                Instant.parse("2030-01-01T00:00:00Z"),
                "kvitt/test",
                0,
                0,
                null,
                Map.of(),
                null,
                null);
        assertThat(SaleStory.isToldBy(checkIn)).isFalse();
        assertThat(SaleStory.of(KEY, List.of(checkIn))).isEmpty();
        messages.add(checkIn);
        assertThat(story(messages)).isEqualTo(expected);
        assertThat(messages).filteredOn(SaleStory::isToldBy).hasSize(messages.size() - 1);
        assertThat(SaleStory.isToldBy(elsewhere(messages.getFirst(), "pos.sales/0")))
                .isFalse();
    }

    /** Under another key, and further back in its topic. */
    private static Message elsewhere(Message message, String key) {
        return new Message(
                key,
                message.topic(),
                UUID.randomUUID(),
                message.type(),
                message.time(),
                message.source(),
                message.partition(),
                message.offset() + 1000,
                message.traceparent(),
                message.headers(),
                message.body(),
                message.unreadable());
    }

    @Test
    void the_entries_of_a_payment_add_up_to_nothing_and_each_account_to_what_it_holds() {
        var entries = story(Stories.refunded(MSN, "till-1-0001").messages()).entries();
        assertThat(entries.stream().mapToLong(Entry::amount).sum()).isZero();
        var accounts =
                entries.stream().collect(Collectors.groupingBy(Entry::account, Collectors.summingLong(Entry::amount)));
        assertThat(accounts)
                .containsEntry(Entry.Account.CUSTOMER, -3000L)
                .containsEntry(Entry.Account.RESERVED, 0L)
                .containsEntry(Entry.Account.MERCHANT, 2000L)
                .containsEntry(Entry.Account.REFUNDED, 1000L);
    }

    @Test
    void an_aggregate_and_the_event_that_it_contains_are_counted_once() {
        var all = Stories.vending(MSN, "till-1-0001").messages();
        var withoutWebhooks = all.stream()
                .filter(message -> !message.topic().equals("vipps.payments"))
                .toList();
        var withoutAggregates = all.stream()
                .filter(message -> !message.topic().equals("payment.results"))
                .filter(message -> !message.topic().equals("payment.events"))
                .toList();
        assertThat(story(withoutWebhooks).sale().captured()).isEqualTo(3000);
        assertThat(story(withoutAggregates).sale().captured()).isEqualTo(3000);
        assertThat(story(withoutAggregates).sale().cancelled()).isEqualTo(2000);
        // Nobody was told.
        assertThat(story(withoutAggregates).sale().acknowledged()).isFalse();
    }

    @Test
    void phases_of_the_other_stories() {
        assertThat(ALL.stream().map(messages -> story(messages).sale().phase()))
                .containsExactly(
                        Phase.SETTLED, Phase.SETTLED, Phase.RESERVED, Phase.ABORTED, Phase.REFUSED, Phase.RESERVED);
        var parked = story(ALL.getLast()).sale();
        assertThat(parked.parkedReason()).isEqualTo("parked");
        assertThat(parked.atRisk()).isEqualTo("parked");
    }

    /** Somebody captured a part elsewhere; Kvitt's capture of the rest was refused for good. */
    @Test
    void what_was_delivered_and_only_partly_captured_is_not_collectable_until_the_rest_is_captured_too() {
        assertThat(story(partlyLost(3000).messages()).sale().phase()).isEqualTo(Phase.UNCOLLECTABLE);
        assertThat(story(partlyLost(2000).messages()).sale().phase())
                .as("3,000 are captured by now")
                .isEqualTo(Phase.SETTLED);
    }

    private static Told partlyLost(long captured) {
        var saleId = new SaleId("till-1-0001");
        var context = new SaleContext(new Msn(MSN), saleId, "oslo-s", "machine-1", null);
        var refusal = new Refusal("refused", "Vipps refused the capture.", false);
        return Stories.vending(MSN, "till-1-0001")
                .say(new PaymentUncollectable(
                        context,
                        1,
                        PaymentReference.of(saleId, 1),
                        Stories.sums(5000, captured, 0, 0),
                        Stories.nok(1000),
                        refusal,
                        true));
    }

    @Test
    void each_beginning_of_a_story_has_a_phase() {
        var messages = Stories.secondAttempt(MSN, "till-1-0001").messages();
        var phases = new ArrayList<Phase>();
        for (var count = 1; count <= messages.size(); count++) {
            phases.add(story(messages.subList(0, count)).sale().phase());
        }
        assertThat(phases.stream().distinct()).containsExactly(Phase.OPEN, Phase.ASKED, Phase.ABORTED, Phase.RESERVED);
    }

    @Test
    void neither_order_nor_repetition_changes_anything() {
        var seed = Long.getLong("ledger.seed", System.nanoTime());
        System.out.println("orders with -Dledger.seed=" + seed);
        var random = new Random(seed);
        for (var messages : ALL) {
            var expected = story(messages);
            var timeline = Timeline.of(messages);
            for (var run = 0; run < 500; run++) {
                var shuffled = new ArrayList<>(messages);
                for (var extra = random.nextInt(messages.size()); extra > 0; extra--) {
                    shuffled.add(messages.get(random.nextInt(messages.size())));
                }
                Collections.shuffle(shuffled, random);
                assertThat(story(shuffled)).as("run %d", run).isEqualTo(expected);
                assertThat(Timeline.of(shuffled)).isEqualTo(timeline);
            }
        }
    }

    @Test
    void a_payment_that_another_sales_events_name_is_not_theirs() {
        var other = Stories.vending(MSN, "till-1-0002").messages();
        assertThat(SaleStory.of(KEY, other).orElseThrow().payments()).isEmpty();
    }

    @Test
    void what_nobody_can_read_is_shown_and_counts_for_nothing() {
        var messages = new ArrayList<>(Stories.vending(MSN, "till-1-0001").messages());
        var expected = story(messages).entries();
        messages.add(messages.getFirst().failed("because"));
        var broken = messages.get(3);
        messages.add(new Message(
                KEY,
                "payment.events",
                UUID.randomUUID(),
                null,
                broken.time(),
                null,
                0,
                99,
                null,
                Map.of(),
                null,
                "the header ce_type is missing"));
        assertThat(story(messages).entries()).isEqualTo(expected);
        assertThat(Timeline.of(messages))
                .filteredOn(entry -> entry.title().equals("Message that cannot be read"))
                .hasSize(1);
    }
}
