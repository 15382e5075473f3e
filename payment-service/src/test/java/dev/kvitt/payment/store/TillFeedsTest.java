package dev.kvitt.payment.store;

import static dev.kvitt.payment.store.TillFeeds.AT_ONCE;
import static dev.kvitt.payment.store.TillFeeds.BYTES_AT_ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Event;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.store.Outbox;
import dev.kvitt.payment.messaging.OnADatabase;
import dev.kvitt.payment.messaging.PaidSale;
import dev.kvitt.payment.store.TillFeeds.Look;
import dev.kvitt.payment.store.TillFeeds.News;
import dev.kvitt.payment.store.TillFeeds.Reader;
import dev.kvitt.payment.store.TillFeeds.Told;
import dev.kvitt.registry.Registry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a till is told is kept in the transaction that decides it, numbered as it was committed. */
class TillFeedsTest {

    private final OnADatabase service = new OnADatabase(Registry.load(OnADatabase.SHOP));

    @Test
    void a_till_that_never_used_http_costs_nothing() {
        PaidSale.of(service, "sale-00001", 5000);
        assertThat(service.number("select count(*) from till_told")).isZero();
    }

    @Test
    void a_till_is_told_all_that_stands_on_payment_events_without_gaps_and_nothing_of_another() {
        begin();
        PaidSale.of(service, "sale-00001", 5000);
        PaidSale.of(service, "sale-00002", 6000);

        var told = since(0);
        assertThat(told).extracting(News::n).containsExactlyElementsOf(numbers(told.size()));
        assertThat((long) told.size())
                .isEqualTo(service.number("select count(*) from outbox where topic = 'payment.events'"))
                .isPositive();
        assertThat(since(told.size() - 1)).hasSize(1);
        assertThat(told.getLast().headers()).contains("kvitt.payment.settled.v1");
    }

    @Test
    void sales_that_are_settled_at_the_same_moment_are_told_one_after_the_other() {
        begin();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var told = LongStream.range(0, 200)
                    .mapToObj(n -> CompletableFuture.runAsync(() -> tell("sale-0" + (1000 + n)), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(told).join();
        }
        var told = since(0);
        assertThat(told).hasSize(AT_ONCE);
        assertThat(told).extracting(News::n).containsExactlyElementsOf(numbers(AT_ONCE));
        assertThat(since(AT_ONCE)).extracting(News::n).hasSize(100).endsWith(200L);
    }

    private void tell(String sale) {
        service.transactions().run(connection -> {
            Outbox.add(connection, Topics.PAYMENT_EVENTS, refused(sale), Map.of());
            return null;
        });
    }

    private Event<?> refused(String sale) {
        var context = new SaleContext(PaidSale.MSN, new SaleId(sale), null, "till-1", null);
        var id = UUID.randomUUID();
        var why = new RequestRefused(context, id, null, new Refusal("code", "Sentence.", false));
        return new Event<>(id, "test", service.now, PaidSale.MSN, "till-1", why);
    }

    @Test
    void what_was_told_long_ago_is_forgotten_and_its_number_is_not_given_again() {
        begin();
        PaidSale.of(service, "sale-00001", 5000);
        var last = since(0).getLast().n();
        service.transactions().run(connection -> {
            TillFeeds.forget(
                    connection, service.now.plus(Duration.ofDays(1000)).plus(Duration.ofDays(1)), Duration.ofHours(1));
            return null;
        });
        var forgotten = told(0);
        assertThat(forgotten.news()).isEmpty();
        assertThat(forgotten.last())
                .as("a till that has not heard them can be told")
                .isEqualTo(last);
        PaidSale.of(service, "sale-00002", 5000);
        assertThat(since(0).getFirst().n()).isEqualTo(last + 1);
    }

    private void begin() {
        service.transactions().run(connection -> {
            TillFeeds.begin(connection, PaidSale.MSN, "till-1");
            return null;
        });
    }

    @Test
    void one_look_brings_no_more_than_fits_and_what_is_too_long_alone_comes_alone() {
        begin();
        keep(1, 10);
        keep(2, BYTES_AT_ONCE + 1);
        keep(3, 10);
        service.execute("update till_feed set last = 3");

        assertThat(since(0)).extracting(News::n).containsExactly(1L, 2L);
        assertThat(since(1)).extracting(News::n).containsExactly(2L);
        assertThat(since(2)).extracting(News::n).containsExactly(3L);
    }

    private void keep(long n, int bytes) {
        service.execute(
                """
                insert into till_told (msn, till_id, n, sale_key, headers, value)
                values ('%s', 'till-1', %d, 'key', '{}', convert_to(repeat('x', %d), 'UTF8'))"""
                        .formatted(PaidSale.MSN, n, bytes));
    }

    @Test
    void whoever_has_heard_more_than_there_is_or_a_till_that_is_not_known_any_more_is_seen() {
        assertThat(told(7).last()).isZero();
        begin();
        PaidSale.of(service, "sale-00001", 5000);
        assertThat(told(999).last()).isEqualTo(since(0).getLast().n());
        assertThat(told(999).news()).isEmpty();
        assertThat(look(since(0).getLast().n()).told()).as("all was heard").isEmpty();
    }

    @Test
    void the_numbers_are_of_one_history_also_where_a_dump_is_loaded_while_the_server_runs() {
        begin();
        var before = look(0).epoch();
        PaidSale.of(service, "sale-00001", 5000);
        assertThat(look(0).epoch())
                .as("news does not end it")
                .matches("[0-9a-f]{8}")
                .isEqualTo(before);

        service.execute("truncate till_told");
        var emptied = look(0).epoch();
        service.execute(
                """
                create table till_told_anew (like till_told including all);
                drop table till_told;
                alter table till_told_anew rename to till_told""");
        assertThat(List.of(emptied, look(0).epoch()))
                .as("as with a dump of the data, and one with its tables")
                .doesNotHaveDuplicates()
                .doesNotContain(before);
    }

    private Look look(long after) {
        var reader = new Reader(PaidSale.MSN, "till-1", after);
        return service.transactions().run(connection -> TillFeeds.look(connection, List.of(reader)));
    }

    private Told told(long after) {
        return look(after).told().values().iterator().next();
    }

    private List<News> since(long after) {
        return look(after).told().values().stream()
                .flatMap(told -> told.news().stream())
                .toList();
    }

    private static List<Long> numbers(int size) {
        return LongStream.rangeClosed(1, size).boxed().toList();
    }
}
