package dev.kvitt.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.domain.Entry.Account;
import dev.kvitt.operations.support.AnySale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for a sale of any course, also where messages are lost. */
class AnySaleTest {

    private static final int SALES = 300;
    private static final int ORDERS = 5;
    private static final String MSN = "123456";
    private static final String SALE = "any-0001";
    private static final String KEY = MSN + "/" + SALE;

    private final long seed = Long.getLong("ledger.seed", System.nanoTime());
    private final Random random = new Random(seed);

    /** Of every other sale some messages never came. */
    private List<Message> messages(int number) {
        var all = AnySale.of(MSN, SALE, random).messages();
        var kept = all.stream()
                .filter(each -> number % 2 == 0 || random.nextInt(10) > 0)
                .toList();
        return kept.isEmpty() ? all : kept;
    }

    private List<Message> again(List<Message> messages) {
        var others = new ArrayList<>(messages);
        for (var extra = random.nextInt(messages.size() + 1); extra > 0; extra--) {
            others.add(later(messages.get(random.nextInt(messages.size()))));
        }
        Collections.shuffle(others, random);
        return others;
    }

    /** The same, said again: it stands further back in its topic. */
    private static Message later(Message one) {
        return new Message(
                one.key(),
                one.topic(),
                one.eventId(),
                one.type(),
                one.time(),
                one.source(),
                one.partition(),
                one.offset() + 1000,
                one.traceparent(),
                one.headers(),
                one.body(),
                one.unreadable());
    }

    @Test
    void neither_order_nor_repetition_changes_anything() {
        System.out.println("orders with -Dledger.seed=" + seed);
        for (var number = 0; number < SALES; number++) {
            var messages = messages(number);
            var story = SaleStory.of(KEY, messages).orElseThrow();
            var timeline = Timeline.of(messages);
            for (var order = 0; order < ORDERS; order++) {
                var others = again(messages);
                assertThat(SaleStory.of(KEY, others)).as("sale %d", number).contains(story);
                assertThat(Timeline.of(others)).as("sale %d", number).isEqualTo(timeline);
            }
        }
    }

    @Test
    void the_entries_add_up_to_nothing_and_their_accounts_to_what_the_sale_says() {
        System.out.println("sums with -Dledger.seed=" + seed);
        var moved = 0;
        for (var number = 0; number < SALES; number++) {
            var story = SaleStory.of(KEY, messages(number)).orElseThrow();
            var sale = story.sale();
            var ofEach = story.entries().stream()
                    .collect(Collectors.groupingBy(Entry::reference, Collectors.summingLong(Entry::amount)));
            assertThat(ofEach.values()).as("sale %d", number).allMatch(sum -> sum == 0);
            assertThat(sum(story, Account.CUSTOMER))
                    .as("customer of sale %d", number)
                    .isEqualTo(sale.cancelled() - sale.authorized());
            assertThat(sum(story, Account.RESERVED))
                    .as("reserved of sale %d", number)
                    .isEqualTo(sale.authorized() - sale.captured() - sale.cancelled());
            assertThat(sum(story, Account.MERCHANT))
                    .as("merchant of sale %d", number)
                    .isEqualTo(sale.captured() - sale.refunded());
            assertThat(sum(story, Account.REFUNDED))
                    .as("refunded of sale %d", number)
                    .isEqualTo(sale.refunded());
            moved += sale.captured() > 0 && sale.refunded() > 0 ? 1 : 0;
        }
        assertThat(moved).as("sales with captures and refunds").isPositive();
    }

    private static long sum(SaleStory story, Account account) {
        return story.entries().stream()
                .filter(entry -> entry.account() == account)
                .mapToLong(Entry::amount)
                .sum();
    }
}
