package dev.kvitt.operations.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.store.LedgerTransactions;
import dev.kvitt.operations.store.reconcile.RunRows.Run;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Tables;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The report of a Vipps that was made without this reader: thousands of rows, page by page over HTTP, and what is planted in them. */
@OperationsTest
@EnabledIf(value = "isPackaged", disabledReason = "the sandbox is not packaged: ./kvitt build")
class SandboxReportTest {
    private static final int EVENTS = 5_000;
    private static final int DAYS = 30;
    private static final String LEDGER = "/sandbox/v1/ledgers/30123456";
    private static final Map<String, String> WITHOUT_LOOKS = Map.of("looks-per-run", "0");

    @Inject
    Reconciling reconciling;

    @Inject
    OurLedger ours;

    @Inject
    LedgerTransactions ledger;

    @Inject
    Tables tables;

    @ConfigProperty(name = "kvitt.vipps.base-url")
    URI vippsAt;

    private PackagedSandbox sandbox;

    static boolean isPackaged() {
        return PackagedSandbox.program().isPresent();
    }

    @BeforeEach
    void start() {
        ours.clear();
        sandbox = PackagedSandbox.start(vippsAt);
        sandbox.post(LEDGER + "/made-up", "{\"events\":%d,\"days\":%d,\"seed\":1}".formatted(EVENTS, DAYS));
    }

    @AfterEach
    void stop() {
        sandbox.close();
        ours.clear();
    }

    @Test
    void every_row_is_read_once_and_exactly_what_is_planted_is_found() {
        long start = System.nanoTime();
        reconciling.run(WITHOUT_LOOKS);
        assertThat(tables.texts("select count(*) from report_row where topic = 'FUNDS'"))
                .as("every event, and of each day what is retained and what is paid out")
                .containsExactly("" + (EVENTS + 2 * DAYS));
        assertThat(new TreeSet<>(reconciling.codes("open"))).containsExactly("foreign-payment");

        var sales = new MadeUpSales(ledger);
        sales.write();
        assertThat(reconciling.run(WITHOUT_LOOKS).open()).as("all of it agrees").isZero();

        List<String> old = tables.texts(
                "select reference from report_row where type = 'capture' and \"time\" < now() - interval"
                        + " '4 days' and reference not in (select reference from report_row where type = 'refund') order by reference limit 9");
        old.subList(0, 3).forEach(sales::forget);
        old.subList(3, 6).forEach(sales::lessen);
        Instant before = Instant.now().minus(Duration.ofDays(4));
        ours.sale("sale-nnnn1", "psp-nnnn1", before, "posted");
        booked("refund", -100, old.get(6), before);
        booked("retained-disputed-capture", -200, old.get(7), before);
        booked("loyalty-bonus", 7, "", before);
        long rows = rows();
        Run run = reconciling.run(Map.of());

        assertThat(rows()).as("read on from where it ended").isEqualTo(rows + 3);
        assertThat(told()).isEqualTo(expected(old));
        assertThat(run.looks()).as("what differs and has a reference").isEqualTo(8);
        System.out.printf(
                "%,d rows read from the sandbox over HTTP and matched in three runs, %d findings, %.1f s%n",
                rows(), run.open(), (System.nanoTime() - start) / 1e9);
    }

    private void booked(String type, long amount, String reference, Instant time) {
        sandbox.post(
                LEDGER + "/rows",
                "{\"entryType\":\"%s\",\"amount\":%d,\"reference\":\"%s\",\"pspReference\":\"booked-%s\",\"time\":\"%s\",\"msn\":\"123456\"}"
                        .formatted(type, amount, reference, type, time)
                        .replace("\"reference\":\"\",", ""));
    }

    /** The sandbox knows none of the made-up payments, so of what differs it is told, too, that Vipps does not find it. */
    private static Set<String> expected(List<String> old) {
        var all = new TreeSet<String>();
        old.subList(0, 3).forEach(reference -> all.add("foreign-payment " + reference));
        old.subList(3, 6).forEach(reference -> {
            all.add("captured-differs-in-report " + reference);
            all.add("payment-missing-at-vipps " + reference);
        });
        all.add("capture-missing-in-report sale-nnnn1-1");
        all.add("payment-missing-at-vipps sale-nnnn1-1");
        all.add("refunded-unknown-here " + old.get(6));
        all.add("payment-missing-at-vipps " + old.get(6));
        all.add("dispute-to-explain " + old.get(7));
        all.add("unknown-entry-type loyalty-bonus");
        return all;
    }

    private Set<String> told() {
        return new TreeSet<>(tables.texts("select kind || ' ' || reference from finding where state = 'open'"));
    }

    private long rows() {
        return Long.parseLong(tables.texts("select count(*) from report_row").getFirst());
    }
}
