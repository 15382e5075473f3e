package dev.kvitt.operations.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.store.LedgerTransactions;
import dev.kvitt.operations.store.reconcile.RunRows;
import dev.kvitt.operations.store.reconcile.RunRows.Run;
import dev.kvitt.operations.store.reconcile.Scope;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.OperationsTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long payments in PostgreSQL take, with two rows of the report each. Measures only: {@code -Dreconcile.database=PAYMENTS
 * -Dtest=MillionInDatabaseTest}; a third of a million are a million rows, half a million a million rows of the report alone.
 */
@OperationsTest
@EnabledIfSystemProperty(
        named = "reconcile.database",
        matches = "[0-9]+",
        disabledReason = "takes minutes; -Dreconcile.database=500000 makes a million rows of the report")
class MillionInDatabaseTest {

    private static final int EVERY = 10_000;
    private static final Duration AGE = Duration.ofDays(9);

    @Inject
    Reconciler reconciler;

    @Inject
    OurLedger ours;

    @Inject
    LedgerTransactions ledger;

    @Inject
    Transactions transactions;

    @ConfigProperty(name = "kvitt.vipps.base-url")
    URI vippsAt;

    @Test
    void rows_are_matched_through_the_database() throws IOException {
        ours.clear();
        int sales = Integer.getInteger("reconcile.database");
        for (int from = 0; from < sales; from += 50_000) {
            fill(from, Math.min(sales, from + 50_000));
        }
        try (var vipps = new FakeVipps(vippsAt)) {
            vipps.hasReport = false;
            for (int n = 0; n < sales; n += EVERY) {
                vipps.pays(
                        "million-" + n + "-1",
                        "psp-" + n,
                        true,
                        Instant.now().minus(AGE).toString());
            }
            long start = System.nanoTime();
            Run run = ended(reconciler.start(Scope.ALL, "test").orElseThrow());
            System.out.printf(
                    "%,d payments and rows of the report matched through PostgreSQL in %.1f s, %d findings, heap used %d MB of %d MB%n",
                    run.rows(),
                    (System.nanoTime() - start) / 1e9,
                    run.open(),
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
            assertThat(run.state()).isEqualTo("done");
            assertThat(run.open()).isEqualTo((sales + EVERY - 1) / EVERY);
        }
        ours.clear();
    }

    private Run ended(UUID id) {
        Eventually.holds(Duration.ofMinutes(20), "the run has ended", () -> run(id).finishedAt()
                .isPresent());
        return run(id);
    }

    private Run run(UUID id) {
        return transactions.run(connection -> RunRows.find(connection, id)).orElseThrow();
    }

    /** Every ten-thousandth sale is known here with another amount. */
    private void fill(int from, int to) {
        ledger.write(connection -> {
            OurLedger.run(
                    connection,
                    """
                    insert into sale (key, msn, sale_id, currency, amount, authorized, captured, cancelled, refunded,
                        phase, attempts, reference, first_at, last_at, handed_over, receipt, acknowledged)
                    select '123456/million-' || n, '123456', 'million-' || n, 'NOK', 5000, 5000, 5000, 0, 0, 'captured', 1,
                        'million-' || n || '-1', now() - interval '9 days', now() - interval '9 days', false, 'posted', true
                    from generate_series(?, ?) n""",
                    from,
                    to - 1);
            OurLedger.run(
                    connection,
                    """
                    insert into payment (msn, reference, key, attempt, state, currency, amount, authorized, captured,
                        cancelled, refunded, created_at, authorized_at, last_event_at)
                    select msn, reference, key, 1, 'AUTHORIZED', 'NOK', 5000, 5000, 5000, 0, 0, first_at, first_at, last_at
                    from sale where sale_id = any (select 'million-' || n from generate_series(?, ?) n)""",
                    from,
                    to - 1);
            // We asked for each of them: it is not another system's.
            OurLedger.run(
                    connection,
                    """
                    insert into operation (key, operation_id, reference, kind, amount, currency, issued_at, outcome, finished_at)
                    select '123456/million-' || n, 'million-' || n || '-1/create/1', 'million-' || n || '-1', 'CREATE', 5000, 'NOK',
                        now() - interval '9 days', 'SUCCEEDED', now() - interval '9 days'
                    from generate_series(?, ?) n""",
                    from,
                    to - 1);
            OurLedger.run(
                    connection,
                    """
                    insert into entry (key, reference, n, account, amount, currency, at)
                    select '123456/million-' || sale, 'million-' || sale || '-1', e.n, e.account, e.amount, 'NOK', now() - interval '9 days'
                    from generate_series(?, ?) sale, lateral (values (1, 'customer', -5000), (2, 'reserved', 5000),
                        (3, 'reserved', -5000), (4, 'merchant', 5000)) e (n, account, amount)""",
                    from,
                    to - 1);
            OurLedger.run(
                    connection,
                    """
                    insert into money_event (msn, reference, psp_reference, name, key, amount, currency, at)
                    select '123456', 'million-' || n || '-1', 'psp-' || n, 'CAPTURED', '123456/million-' || n, 5000, 'NOK',
                        now() - interval '9 days'
                    from generate_series(?, ?) n""",
                    from,
                    to - 1);
            OurLedger.run(
                    connection,
                    """
                    insert into report_row (ledger, topic, position, msn, reference, psp_reference, type, currency, amount,
                        balance_before, balance_after, "time", date)
                    select '1', topic, n + 1, '123456', 'million-' || n || '-1', 'psp-' || n, type, 'NOK', amount, null, null,
                        now() - interval '9 days', current_date
                    from generate_series(?, ?) n, lateral (values ('FEES', 'capture-fee', -7),
                        ('FUNDS', 'capture', case when n % 10000 = 0 then 4000 else 5000 end)) rows (topic, type, amount)""",
                    from,
                    to - 1);
            return null;
        });
    }
}
