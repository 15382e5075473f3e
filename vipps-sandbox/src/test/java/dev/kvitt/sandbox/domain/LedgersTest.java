package dev.kvitt.sandbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.sandbox.report.Entry;
import dev.kvitt.sandbox.report.Ledger;
import dev.kvitt.sandbox.report.LedgerRow;
import dev.kvitt.sandbox.report.Terms;
import dev.kvitt.sandbox.report.Topic;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.PaymentEvent;
import dev.kvitt.vipps.rules.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgersTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Duration A_DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    @Test
    void a_capture_is_a_row_by_the_pspReference_of_its_event_and_so_is_its_fee() {
        try (Life life = started()) {
            Reference reference = life.reserved("sale-0001");
            life.capture(reference, Life.newKey());
            PaymentEvent captured = lastEvent(life, reference);

            LedgerRow row = only(rows(life, Topic.FUNDS));
            assertThat(row.pspReference()).isEqualTo(captured.pspReference().value());
            assertThat(row.time()).isEqualTo(captured.timestamp());
            assertThat(row.entryType()).isEqualTo("capture");
            assertThat(row.reference()).contains("sale-0001");
            assertThat(row.recipient()).contains(new Msn("123456"));
            assertThat(List.of(row.amount(), row.balanceBefore(), row.balanceAfter()))
                    .containsExactly(2500L, 0L, 2500L);
            LedgerRow fee = only(rows(life, Topic.FEES));
            assertThat(fee.pspReference()).isEqualTo(row.pspReference());
            assertThat(fee.entryType()).isEqualTo("capture-fee");
            assertThat(fee.amount()).as("1.75 %% of 25.00 is 0.4375").isEqualTo(-44);
        }
    }

    @Test
    void a_net_day_ends_with_its_fees_retained_and_the_rest_paid_out() {
        try (Life life = started()) {
            life.capture(life.reserved("sale-0001"), Life.newKey());
            LocalDate day = today(life);
            life.letPass(A_DAY);

            assertThat(types(life, Topic.FUNDS)).containsExactly("capture", "fees-retained", "payout-scheduled");
            assertThat(amounts(life, Topic.FUNDS)).containsExactly(2500L, -44L, -2456L);
            assertThat(types(life, Topic.FEES)).containsExactly("capture-fee", "fees-retained");
            assertThat(amounts(life, Topic.FEES)).containsExactly(-44L, 44L);
            assertThat(rows(life, Topic.FUNDS))
                    .extracting(LedgerRow::ledgerDate)
                    .containsOnly(day);
            LedgerRow payout = rows(life, Topic.FUNDS).getLast();
            assertThat(payout.pspReference()).isEqualTo("30123456-2000001");
            assertThat(payout.recipient()).isEmpty();
        }
    }

    @Test
    void a_gross_month_ends_with_its_fees_on_an_invoice_even_if_nothing_is_sold_then() {
        try (Life life = started()) {
            agree(life, Terms.Settlement.GROSS, LocalTime.MIDNIGHT);
            life.capture(life.reserved("sale-0001"), Life.newKey());
            LocalDate day = today(life);
            life.letPass(A_DAY.multipliedBy(40));

            assertThat(types(life, Topic.FUNDS)).containsExactly("capture", "payout-scheduled");
            assertThat(amounts(life, Topic.FUNDS)).containsExactly(2500L, -2500L);
            assertThat(types(life, Topic.FEES)).containsExactly("capture-fee", "fees-invoiced");
            assertThat(rows(life, Topic.FEES).getLast().ledgerDate())
                    .isEqualTo(day.withDayOfMonth(day.lengthOfMonth()));
        }
    }

    @Test
    void refunds_lessen_the_next_payout_and_a_balance_below_zero_waits_for_sales() {
        try (Life life = started()) {
            Reference reference = life.reserved("sale-0001");
            life.capture(reference, Life.newKey());
            life.letPass(A_DAY);
            life.refund(reference, 2000, Life.newKey());
            life.letPass(A_DAY);
            assertThat(rows(life, Topic.FUNDS).getLast().entryType()).isEqualTo("refund");
            assertThat(rows(life, Topic.FUNDS).getLast().balanceAfter()).isEqualTo(-2000);

            life.capture(life.reserved("sale-0002"), Life.newKey());
            life.letPass(A_DAY);
            assertThat(rows(life, Topic.FUNDS).getLast().amount()).isEqualTo(-(2500 - 2000 - 44));
            assertThat(rows(life, Topic.FUNDS).getLast().pspReference()).isEqualTo("30123456-2000002");
        }
    }

    @Test
    void a_row_that_comes_late_is_booked_on_the_date_that_is_open_then_with_its_own_time() {
        try (Life life = started()) {
            life.ledgers()
                    .change(
                            ledger(life),
                            before -> new Terms(
                                    before.msns(), before.settlement(), before.dayEnds(), Duration.ofHours(30), 175));
            life.capture(life.reserved("sale-0001"), Life.newKey());
            Instant captured = lastEvent(life, new Reference("sale-0001")).timestamp();
            assertThat(rows(life, Topic.FUNDS)).isEmpty();
            life.letPass(Duration.ofHours(30));

            LedgerRow row = rows(life, Topic.FUNDS).getFirst();
            assertThat(row.time()).isEqualTo(captured);
            assertThat(row.ledgerDate()).isAfter(LocalDate.ofInstant(captured, OSLO));
        }
    }

    @Test
    void rows_that_wait_and_days_that_end_outlive_the_process() {
        Path file = folder.resolve("state.jsonl");
        Duration later = Duration.ofHours(2);
        List<LedgerRow> before;
        try (Life life = Life.start(StateLog.inFile(file), Map.of())) {
            life.capture(life.reserved("sale-0001"), Life.newKey());
            life.ledgers()
                    .change(
                            ledger(life),
                            terms -> new Terms(terms.msns(), terms.settlement(), terms.dayEnds(), later, 175));
            life.capture(life.reserved("sale-0002"), Life.newKey());
            before = rows(life, Topic.FUNDS);
            assertThat(before).hasSize(1);
        }
        try (Life life = Life.start(StateLog.inFile(file), Map.of())) {
            assertThat(rows(life, Topic.FUNDS)).isEqualTo(before);
            life.letPass(A_DAY.plus(later));
            assertThat(types(life, Topic.FUNDS)).contains("fees-retained", "payout-scheduled");
            assertThat(types(life, Topic.FUNDS)).filteredOn("capture"::equals).hasSize(2);
        }
    }

    @Test
    void a_date_that_ends_at_four_lasts_until_four() {
        try (Life life = started()) {
            agree(life, Terms.Settlement.NET, LocalTime.of(4, 0));
            Instant midnight = today(life).plusDays(2).atStartOfDay(OSLO).toInstant();
            life.letPass(Duration.between(life.clock().now(), midnight.plus(Duration.ofHours(3))));
            life.capture(life.reserved("sale-0001"), Life.newKey());
            LocalDate before = LocalDate.ofInstant(midnight, OSLO).minusDays(1);

            assertThat(only(rows(life, Topic.FUNDS)).ledgerDate()).isEqualTo(before);
            assertThat(closed(life, before)).isFalse();
            life.letPass(Duration.ofMinutes(61));
            assertThat(closed(life, before)).isTrue();
        }
    }

    @Test
    void moving_the_end_of_the_day_never_opens_a_closed_date() {
        try (Life life = started()) {
            Instant midnight = today(life).plusDays(1).atStartOfDay(OSLO).toInstant();
            life.capture(life.reserved("sale-0001"), Life.newKey());
            life.letPass(Duration.between(life.clock().now(), midnight.plus(Duration.ofHours(1))));
            LocalDate closed = rows(life, Topic.FUNDS).getLast().ledgerDate();
            agree(life, Terms.Settlement.NET, LocalTime.of(4, 0));
            life.capture(life.reserved("sale-0002"), Life.newKey());

            assertThat(closed(life, closed)).isTrue();
            assertThat(rows(life, Topic.FUNDS).getLast().ledgerDate()).isEqualTo(closed.plusDays(1));
        }
    }

    @Test
    void the_oldest_rows_are_dropped_beyond_the_limit_and_the_feed_begins_after_them() {
        try (Life life = Life.start(StateLog.inMemory(), Map.of("ledger-rows-limit", "3"))) {
            for (int sale = 1; sale <= 5; sale++) {
                life.capture(life.reserved("sale-000" + sale), Life.newKey());
            }
            assertThat(rows(life, Topic.FUNDS))
                    .extracting(row -> row.reference().orElseThrow())
                    .containsExactly("sale-0003", "sale-0004", "sale-0005");
            assertThat(life.ledgers()
                            .on(ledger(life), Topic.FUNDS, today(life), 0, 10)
                            .page()
                            .rows())
                    .hasSize(3);
        }
    }

    @Test
    void made_up_rows_come_first_and_own_ones_go_on_after_them() {
        Path file = folder.resolve("state.jsonl");
        List<LedgerRow> all;
        try (Life life = Life.start(StateLog.inFile(file), Map.of("ledger-rows-limit", "2"))) {
            assertThat(life.ledgers().makeUp(ledger(life), 7, 1000, 10)).isTrue();
            assertThat(life.ledgers().makeUp(ledger(life), 7, 1000, 10)).isFalse();
            for (int sale = 1; sale <= 4; sale++) {
                life.capture(life.reserved("sale-000" + sale), Life.newKey());
            }
            all = rows(life, Topic.FUNDS);
            assertThat(all)
                    .filteredOn(row -> row.entryType().equals("payout-scheduled"))
                    .hasSize(10);
            assertThat(all).hasSize(1000 + 2 * 10 + 2);
            continuous(all.subList(0, 1020));
            assertThat(LedgersPropertyTest.pageByPage(life, Topic.FUNDS))
                    .as("page by page")
                    .isEqualTo(all);
            continuous(LedgersPropertyTest.pageByPage(life, Topic.FEES).subList(0, 1000));
            LocalDate last = today(life).minusDays(1);
            assertThat(life.ledgers()
                            .on(ledger(life), Topic.FUNDS, last, 0, 1000)
                            .page()
                            .rows())
                    .hasSize(102)
                    .extracting(LedgerRow::ledgerDate)
                    .containsOnly(last);
        }
        try (Life life = Life.start(StateLog.inFile(file), Map.of("ledger-rows-limit", "2"))) {
            assertThat(rows(life, Topic.FUNDS)).isEqualTo(all);
            life.letPass(A_DAY);
            assertThat(rows(life, Topic.FUNDS).getLast().pspReference()).isEqualTo("30123456-2000011");
        }
    }

    @Test
    void a_correction_is_one_row_more() {
        try (Life life = started()) {
            life.ledgers()
                    .book(
                            ledger(life),
                            List.of(new Entry(
                                    Topic.FUNDS,
                                    "correction",
                                    -100,
                                    "1",
                                    Optional.empty(),
                                    Optional.empty(),
                                    life.clock().now())));
            assertThat(only(rows(life, Topic.FUNDS)).balanceAfter()).isEqualTo(-100);
        }
    }

    static Ledger ledger(Life life) {
        return life.ledgers().all().getFirst();
    }

    static List<LedgerRow> rows(Life life, Topic topic) {
        return life.ledgers().feed(ledger(life), topic, 0, Integer.MAX_VALUE).rows();
    }

    static void continuous(List<LedgerRow> rows) {
        long balance = rows.isEmpty() ? 0 : rows.getFirst().balanceBefore();
        for (LedgerRow row : rows) {
            assertThat(row.balanceBefore()).as("%s", row).isEqualTo(balance);
            balance += row.amount();
            assertThat(row.balanceAfter()).as("%s", row).isEqualTo(balance);
        }
    }

    private static Life started() {
        return Life.start(StateLog.inMemory(), Map.of());
    }

    private static void agree(Life life, Terms.Settlement settlement, LocalTime dayEnds) {
        life.ledgers()
                .change(
                        ledger(life),
                        before ->
                                new Terms(before.msns(), settlement, dayEnds, Duration.ZERO, before.feeBasisPoints()));
    }

    private static boolean closed(Life life, LocalDate date) {
        return life.ledgers().on(ledger(life), Topic.FUNDS, date, 0, 10).closed();
    }

    private static LocalDate today(Life life) {
        return LocalDate.ofInstant(life.clock().now(), OSLO);
    }

    private static List<String> types(Life life, Topic topic) {
        return rows(life, topic).stream().map(LedgerRow::entryType).toList();
    }

    private static List<Long> amounts(Life life, Topic topic) {
        return rows(life, topic).stream().map(LedgerRow::amount).toList();
    }

    private static LedgerRow only(List<LedgerRow> rows) {
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static PaymentEvent lastEvent(Life life, Reference reference) {
        return life.merchant().payment(reference).orElseThrow().events().getLast();
    }
}
