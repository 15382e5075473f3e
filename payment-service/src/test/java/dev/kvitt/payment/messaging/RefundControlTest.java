package dev.kvitt.payment.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.RefundRequested;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.Topics;
import dev.kvitt.payment.store.RefundDays;
import dev.kvitt.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may pay money back, and how much a day: on pos.sales 100.00 NOK a till, on pos.kiosks nobody. */
class RefundControlTest {

    private static final String TAKEN = "select coalesce(sum(taken), 0) from refund_day";

    private static final String WAITING =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    @TempDir
    Path folder;

    private final OnADatabase service = new OnADatabase(Registry.load(OnADatabase.SHOP));

    @Test
    void a_refund_needs_a_topic_that_may_ask_for_one() {
        var sale = PaidSale.of(service, "sale-00001", 5000);
        sale.refund("pos.kiosks", "till-1", "back-1", 1000);

        var refused = onlyRefusal();
        assertThat(refused.refusal().code()).isEqualTo("refunds-not-permitted");
        assertThat(refused.requestId()).isEqualTo("back-1");
        assertThat(refused.sale().saleId()).isEqualTo(sale.id);
        assertThat(service.said(RefundPayment.class)).isEmpty();
    }

    @Test
    void who_may_not_does_not_stand_in_the_way_of_who_may() {
        var sale = PaidSale.of(service, "sale-00001", 5000);
        sale.refund("pos.kiosks", "till-1", "back-1", 1000);
        sale.refund(Topics.POS_SALES, "till-1", "back-1", 1000);

        assertThat(service.said(RefundPayment.class)).hasSize(1);
    }

    @Test
    void a_cancel_that_came_too_late_pays_back_only_where_refunds_are_permitted() {
        var sale = PaidSale.of(service, "sale-00001", 5000);
        sale.cancelLate("pos.kiosks", "till-1", "oops-1");
        assertThat(onlyRefusal().refusal().code()).isEqualTo("refunds-not-permitted");
        assertThat(service.said(RefundPayment.class)).isEmpty();

        sale.cancelLate(Topics.POS_SALES, "till-1", "oops-2");
        assertThat(service.said(RefundPayment.class))
                .extracting(RefundPayment::amount)
                .containsExactly(PaidSale.nok(5000));
        assertThat(service.number(TAKEN)).isEqualTo(5000);
    }

    @Test
    void a_cancel_in_time_needs_no_permission_to_refund() {
        var sale = new PaidSale(service, "sale-00001");
        sale.opened(5000);
        sale.done(OperationId.Kind.CREATE, 1, OperationResult.Outcome.REJECTED);
        sale.cancelLate("pos.kiosks", "till-1", "oops-1");

        assertThat(service.said(RequestRefused.class)).isEmpty();
        assertThat(service.said(PaymentEnded.class)).hasSize(1);
    }

    @Test
    void a_till_pays_back_up_to_its_limit_a_day_over_all_its_sales() {
        PaidSale.of(service, "sale-00001", 6000).refund(Topics.POS_SALES, "till-1", "back-1", 6000);
        var second = PaidSale.of(service, "sale-00002", 6000);
        second.refund(Topics.POS_SALES, "till-1", "back-1", 4001);

        var refused = onlyRefusal();
        assertThat(refused.refusal().code()).isEqualTo("refund-limit");
        assertThat(refused.refusal().sentence()).contains("100.00 NOK", "40.00 NOK");
        assertThat(service.said(RefundPayment.class)).hasSize(1);

        second.refund(Topics.POS_SALES, "till-1", "back-2", 4000);
        assertThat(service.said(RefundPayment.class)).hasSize(2);
        assertThat(service.number(TAKEN)).isEqualTo(10_000);
    }

    @Test
    void a_sale_takes_a_hundred_wishes_for_a_refund_whatever_became_of_them() {
        var sale = PaidSale.of(service, "sale-00001", 5000);
        for (var n = 1; n <= RefundControl.MOST; n++) {
            sale.refund(Topics.POS_SALES, "till-1", "back-" + n, 5001);
        }
        assertThat(service.said(RequestRefused.class))
                .hasSize(RefundControl.MOST)
                .extracting(refused -> refused.refusal().code())
                .doesNotContain("too-many-refunds");

        sale.refund(Topics.POS_SALES, "till-1", "one-more", 1000);
        assertThat(service.said(RequestRefused.class).getLast().refusal().code())
                .isEqualTo("too-many-refunds");
        assertThat(service.said(RefundPayment.class)).isEmpty();
        assertThat(service.number(TAKEN)).isZero();
    }

    @Test
    void what_came_by_http_shares_the_tills_day_and_has_the_limit_that_the_door_wrote_with_it() {
        var sale = PaidSale.of(service, "sale-00001", 12_000);
        sale.refund(Topics.POS_SALES, "till-1", "back-1", 6000);
        var back = new RefundRequested(PaidSale.MSN, sale.id, "till-1", "back-2", PaidSale.nok(4001));
        service.read(Topics.POS_HTTP, back, RefundAllowance.header(OptionalLong.of(10_000)));

        assertThat(onlyRefusal().refusal().code()).isEqualTo("refund-limit");
        assertThat(onlyRefusal().refusal().sentence()).contains("40.00 NOK");

        var less = new RefundRequested(PaidSale.MSN, sale.id, "till-1", "back-3", PaidSale.nok(4000));
        service.read(Topics.POS_HTTP, less, RefundAllowance.header(OptionalLong.of(10_000)));
        assertThat(service.number(TAKEN)).isEqualTo(10_000);
    }

    @Test
    void what_came_by_http_without_a_limit_pays_nothing_back_nor_does_a_header_on_another_topic() {
        var sale = PaidSale.of(service, "sale-00001", 5000);
        service.read(
                Topics.POS_HTTP,
                new SaleCancelled(PaidSale.MSN, sale.id, "till-1", "oops-1", null, SaleCancelled.OnLate.REFUND),
                RefundAllowance.header(OptionalLong.empty()));
        service.read(
                "pos.kiosks",
                new RefundRequested(PaidSale.MSN, sale.id, "till-1", "back-1", PaidSale.nok(1)),
                RefundAllowance.header(OptionalLong.of(10_000)));

        assertThat(service.said(RequestRefused.class))
                .extracting(refused -> refused.refusal().code())
                .containsExactly("refunds-not-permitted", "refunds-not-permitted");
        assertThat(service.said(RefundPayment.class)).isEmpty();
    }

    @Test
    void another_till_has_a_limit_of_its_own() {
        PaidSale.of(service, "sale-00001", 10_000).refund(Topics.POS_SALES, "till-1", "back-1", 10_000);
        PaidSale.of(service, "sale-00002", 10_000).refund(Topics.POS_SALES, "till-2", "back-1", 10_000);
        assertThat(service.said(RefundPayment.class)).hasSize(2);
    }

    @Test
    void a_till_that_nobody_knows_pays_nothing_back() {
        PaidSale.of(service, "sale-00001", 5000).refund(Topics.POS_SALES, "till-9", "back-1", 1000);
        assertThat(onlyRefusal().refusal().code()).isEqualTo("unknown-till");
        assertThat(service.said(RefundPayment.class)).isEmpty();
    }

    @Test
    void another_currency_is_not_counted_as_if_it_were_the_same() {
        var sale = new PaidSale(service, "sale-00001");
        service.read(
                Topics.POS_SALES,
                new RefundRequested(PaidSale.MSN, sale.id, "till-1", "back-1", new Money(100, Currency.EUR)));
        assertThat(service.number(TAKEN)).isZero();
        assertThat(service.said(RequestRefused.class)).hasSize(1);
    }

    @Test
    void the_day_is_that_of_the_shop_and_of_the_moment_the_request_was_written() {
        var sale = PaidSale.of(service, "sale-00001", 30_000);
        service.now = Instant.parse("2026-11-21T22:59:59Z"); // a second before midnight in Oslo
        sale.refund(Topics.POS_SALES, "till-1", "back-1", 10_000);
        sale.done(OperationId.Kind.REFUND, 1, OperationResult.Outcome.SUCCEEDED);
        sale.shows(30_000, 30_000, 10_000);
        var yesterday = service.now;
        service.later(Duration.ofSeconds(1));
        sale.refund(Topics.POS_SALES, "till-1", "back-2", 10_000);
        assertThat(service.said(RequestRefused.class)).isEmpty();

        service.read(
                Topics.POS_SALES,
                new RefundRequested(PaidSale.MSN, sale.id, "till-1", "back-3", PaidSale.nok(1)),
                yesterday);
        assertThat(onlyRefusal().refusal().code()).isEqualTo("refund-limit");
    }

    @Test
    void the_same_request_counts_once_however_often_it_is_read() {
        var sale = PaidSale.of(service, "sale-00001", 6000);
        for (int i = 0; i < 3; i++) {
            sale.refund(Topics.POS_SALES, "till-1", "back-1", 6000);
        }
        assertThat(service.number(TAKEN)).isEqualTo(6000);
        assertThat(service.said(RefundPayment.class)).hasSize(1);
        assertThat(service.said(RequestRefused.class)).isEmpty();
    }

    @Test
    void what_was_refused_stays_refused_when_the_limit_is_free_again() {
        var sale = PaidSale.of(service, "sale-00001", 20_000);
        sale.refund(Topics.POS_SALES, "till-1", "back-1", 10_001);
        service.later(Duration.ofDays(1));
        sale.refund(Topics.POS_SALES, "till-1", "back-1", 10_000);

        assertThat(service.said(RefundPayment.class)).isEmpty();
        assertThat(service.said(RequestRefused.class)).hasSize(1);
        assertThat(service.number(TAKEN)).isZero();
    }

    @Test
    void what_was_said_stays_said_when_permissions_change() throws IOException {
        var sale = PaidSale.of(service, "sale-00001", 5000);
        sale.refund("pos.kiosks", "till-1", "back-1", 1000);
        sale.refund(Topics.POS_SALES, "till-1", "back-2", 500);

        service.runsWith(withPermissionsSwapped());
        sale.refund("pos.kiosks", "till-1", "back-1", 1000);
        sale.refund(Topics.POS_SALES, "till-1", "back-2", 500);

        assertThat(service.said(RefundPayment.class))
                .extracting(RefundPayment::amount)
                .containsExactly(PaidSale.nok(500));
        assertThat(service.said(RequestRefused.class)).hasSize(1);
    }

    @Test
    void more_than_was_captured_is_refused_and_counts_nothing() {
        PaidSale.of(service, "sale-00001", 5000).refund(Topics.POS_SALES, "till-1", "back-1", 5001);
        assertThat(onlyRefusal().refusal().code()).isEqualTo("more-than-captured");
        assertThat(service.number(TAKEN)).isZero();
    }

    @Test
    void what_vipps_refuses_counts_no_more() {
        var sale = PaidSale.of(service, "sale-00001", 5000);
        sale.refund(Topics.POS_SALES, "till-1", "back-1", 5000);
        assertThat(service.number(TAKEN)).isEqualTo(5000);
        sale.done(OperationId.Kind.REFUND, 1, OperationResult.Outcome.REJECTED);
        assertThat(service.number(TAKEN)).isZero();
    }

    @Test
    void a_topic_speaks_for_its_sales_units_only() throws IOException {
        service.runsWith(Registry.load(edited("salesUnits: [\"123456\"]", "salesUnits: [\"654321\"]")));
        var sale = PaidSale.of(service, "sale-00001", 5000);
        sale.cancelLate("pos.kiosks", "till-1", "oops-1");
        assertThat(onlyRefusal().refusal().code()).isEqualTo("sales-unit-not-permitted");
    }

    @Test
    void two_at_the_same_moment_never_go_beyond_the_limit() throws Exception {
        assertThat(counted("sale-00001", 1000)).isTrue();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Nobody gets further than having looked what is left, so that both would have, as on several replicas.
            var both = service.transactions().run(connection -> {
                try (var lock = connection.createStatement()) {
                    lock.execute("lock table refund_counted in exclusive mode");
                }
                var asked = Stream.of("sale-00002", "sale-00003")
                        .map(sale -> threads.submit(() -> counted(sale, 6000)))
                        .toList();
                while (service.number(WAITING) < 2 && asked.stream().noneMatch(Future::isDone)) {
                    Thread.onSpinWait();
                }
                return asked;
            });
            assertThat(List.of(both.getFirst().get(), both.getLast().get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(service.number(TAKEN)).isEqualTo(7000);
    }

    private boolean counted(String sale, long amount) {
        return service.transactions().run(connection -> take(connection, sale, amount));
    }

    private static boolean take(Connection connection, String sale, long amount) throws SQLException {
        var day = new RefundDays.TillDay(PaidSale.MSN, "till-1", LocalDate.of(2026, 11, 21));
        return RefundDays.take(connection, day, PaidSale.MSN + "/" + sale, UUID.randomUUID(), amount, 10_000)
                .isEmpty();
    }

    private RequestRefused onlyRefusal() {
        assertThat(service.said(RequestRefused.class)).hasSize(1);
        return service.said(RequestRefused.class).getFirst();
    }

    private Registry withPermissionsSwapped() throws IOException {
        var yaml = Files.readString(OnADatabase.SHOP)
                .replace("pos.kiosks", "pos.other")
                .replace("pos.sales", "pos.kiosks")
                .replace("pos.other", "pos.sales");
        return Registry.load(Files.writeString(folder.resolve("registry.yaml"), yaml));
    }

    private Path edited(String text, String replacement) throws IOException {
        var yaml = Files.readString(OnADatabase.SHOP);
        assertThat(yaml).contains(text);
        return Files.writeString(folder.resolve("registry.yaml"), yaml.replace(text, replacement));
    }
}
