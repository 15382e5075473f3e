package dev.kvitt.sandbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.sandbox.report.DatePage;
import dev.kvitt.sandbox.report.Entry;
import dev.kvitt.sandbox.report.LedgerRow;
import dev.kvitt.sandbox.report.Page;
import dev.kvitt.sandbox.report.Terms;
import dev.kvitt.sandbox.report.Topic;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Currency;
import dev.kvitt.vipps.rules.EventName;
import dev.kvitt.vipps.rules.Money;
import dev.kvitt.vipps.rules.PaymentEvent;
import dev.kvitt.vipps.rules.Reference;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;

/** Whatever is sold, paid back and moved in time: balances go on without a gap, and every row is where it belongs. */
class LedgersPropertyTest {

    private static final int STEPS = 120;

    private final long seed = Long.getLong("ledgers.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final List<Reference> payments = new ArrayList<>();

    @RepeatedTest(5)
    void balances_go_on_without_a_gap_and_nothing_is_lost_or_doubled() {
        System.out.println("LedgersPropertyTest -Dledgers.seed=" + seed);
        try (Life life = Life.start(StateLog.inMemory(), Map.of())) {
            for (int step = 0; step < STEPS; step++) {
                step(life, step);
            }
            agree(life, Duration.ZERO);
            life.letPass(Duration.ofDays(70));
            check(life);
        }
    }

    private void step(Life life, int step) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                Reference reference = life.reserved("sale-" + (10_000 + step));
                life.capture(reference, Life.newKey());
                payments.add(reference);
            }
            case 3 -> any().ifPresent(reference -> life.refund(reference, 1 + random.nextInt(1500), Life.newKey()));
            case 4 ->
                any().ifPresent(reference ->
                        life.merchant().refundInPortal(reference, new Money(1 + random.nextInt(500), Currency.NOK)));
            case 5 -> agree(life, Duration.ofHours(random.nextInt(40)));
            case 6 -> life.ledgers().book(LedgersTest.ledger(life), List.of(correction(life)));
            default -> life.letPass(Duration.ofMinutes(1 + random.nextInt(3000)));
        }
    }

    private void agree(Life life, Duration delay) {
        Terms.Settlement settlement = random.nextBoolean() ? Terms.Settlement.NET : Terms.Settlement.GROSS;
        LocalTime dayEnds = LocalTime.of(random.nextInt(12), 0);
        int fee = random.nextInt(400);
        life.ledgers()
                .change(LedgersTest.ledger(life), before -> new Terms(before.msns(), settlement, dayEnds, delay, fee));
    }

    private Entry correction(Life life) {
        return new Entry(
                Topic.FUNDS,
                "correction",
                random.nextInt(2000) - 1000,
                "c-" + random.nextInt(1_000_000_000),
                Optional.empty(),
                Optional.empty(),
                life.clock().now());
    }

    private void check(Life life) {
        for (Topic topic : Topic.values()) {
            List<LedgerRow> rows = LedgersTest.rows(life, topic);
            LedgersTest.continuous(rows);
            assertThat(rows)
                    .as("seed %d", seed)
                    .extracting(LedgerRow::ledgerDate)
                    .isSorted();
            assertThat(pageByPage(life, topic)).as("the feed, seed %d", seed).isEqualTo(rows);
            assertThat(dateByDate(life, topic, rows))
                    .as("the dates, seed %d", seed)
                    .isEqualTo(rows);
        }
        assertThat(LedgersTest.rows(life, Topic.FEES).getLast().balanceAfter())
                .as("fees are retained or invoiced, seed %d", seed)
                .isZero();
        assertThat(LedgersTest.rows(life, Topic.FUNDS).getLast().balanceAfter())
                .as("what is owed is paid out, seed %d", seed)
                .isNotPositive();
        assertThat(moved(life)).as("seed %d", seed).isEqualTo(logged(life));
    }

    static List<LedgerRow> pageByPage(Life life, Topic topic) {
        List<LedgerRow> all = new ArrayList<>();
        Page page = life.ledgers().feed(LedgersTest.ledger(life), topic, 0, 7);
        all.addAll(page.rows());
        while (page.more()) {
            page = life.ledgers().feed(LedgersTest.ledger(life), topic, page.next(), 7);
            all.addAll(page.rows());
        }
        return all;
    }

    private static List<LedgerRow> dateByDate(Life life, Topic topic, List<LedgerRow> rows) {
        List<LedgerRow> all = new ArrayList<>();
        rows.getFirst()
                .ledgerDate()
                .datesUntil(rows.getLast().ledgerDate().plusDays(1))
                .forEach(date -> {
                    DatePage found = life.ledgers().on(LedgersTest.ledger(life), topic, date, 0, 5);
                    assertThat(found.closed()).as("%s", date).isTrue();
                    all.addAll(found.page().rows());
                    while (found.page().more()) {
                        found = life.ledgers()
                                .on(
                                        LedgersTest.ledger(life),
                                        topic,
                                        date,
                                        found.page().next(),
                                        5);
                        all.addAll(found.page().rows());
                    }
                });
        return all;
    }

    /** By pspReference. */
    private static Map<String, Long> moved(Life life) {
        return LedgersTest.rows(life, Topic.FUNDS).stream()
                .filter(row ->
                        row.entryType().equals("capture") || row.entryType().equals("refund"))
                .collect(Collectors.toMap(LedgerRow::pspReference, LedgerRow::amount, Long::sum, TreeMap::new));
    }

    private Map<String, Long> logged(Life life) {
        return payments.stream()
                .flatMap(reference -> life.merchant().payment(reference).orElseThrow().events().stream())
                .filter(event -> event.name() == EventName.CAPTURED || event.name() == EventName.REFUNDED)
                .filter(PaymentEvent::success)
                .collect(Collectors.toMap(
                        event -> event.pspReference().value(),
                        event -> event.name() == EventName.CAPTURED
                                ? event.amount().value()
                                : -event.amount().value(),
                        Long::sum,
                        TreeMap::new));
    }

    private Optional<Reference> any() {
        return payments.isEmpty() ? Optional.empty() : Optional.of(payments.get(random.nextInt(payments.size())));
    }
}
