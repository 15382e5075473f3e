package dev.kvitt.operations.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.support.OperationsTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Vipps says of a payment counts as long as nothing has happened since, and every payment is asked about in its turn. */
@OperationsTest
class LooksTest {
    private final Instant longAgo = Instant.now().minus(Duration.ofDays(3));

    @Inject
    Reconciling reconciling;

    @Inject
    OurLedger ours;

    @ConfigProperty(name = "kvitt.vipps.base-url")
    URI vippsAt;

    private FakeVipps vipps;

    @BeforeEach
    void start() throws IOException {
        ours.clear();
        vipps = new FakeVipps(vippsAt);
        vipps.hasReport = false;
    }

    @AfterEach
    void stop() {
        vipps.close();
        ours.clear();
    }

    @Test
    void what_a_look_has_shown_is_gone_only_when_a_newer_look_does_not_show_it() {
        ours.sale("sale-iiii1", null, longAgo, "posted");
        vipps.pays("sale-iiii1-1", "psp-1", true, longAgo.toString());
        reconciling.run(Map.of());
        assertThat(reconciling.codes("open")).containsExactly("captured-unknown-here");

        // Something is heard of the payment, such as what repair asked for, and Vipps does not answer.
        ours.heardOf("sale-iiii1", Instant.now());
        vipps.silentAbout.add("sale-iiii1-1");
        assertThat(reconciling.run(Map.of()).gone()).isZero();
        assertThat(reconciling.codes("open")).contains("captured-unknown-here");
        // Vipps would answer, but may not be asked any more in this run.
        vipps.silentAbout.clear();
        assertThat(reconciling.run(Map.of("looks-per-run", "0")).gone()).isZero();
        assertThat(reconciling.codes("open")).contains("captured-unknown-here");

        reconciling.run(Map.of());
        assertThat(reconciling.codes("open")).containsExactly("captured-unknown-here");

        ours.captured("sale-iiii1", "psp-1", longAgo);
        ours.heardOf("sale-iiii1", Instant.now());
        reconciling.run(Map.of());
        assertThat(reconciling.codes("open")).isEmpty();
        assertThat(reconciling.codes("gone")).contains("captured-unknown-here");
    }

    @Test
    void what_vipps_has_only_just_booked_ends_nothing() {
        ours.sale("sale-kkkk1", null, longAgo, "posted");
        vipps.pays("sale-kkkk1-1", "psp-1", true, longAgo.toString());
        reconciling.run(Map.of());
        assertThat(reconciling.codes("open")).containsExactly("captured-unknown-here");

        // Its event log has a new entry, that may still be on its way to us.
        vipps.pays("sale-kkkk1-1", "psp-1", true, Instant.now().toString());
        assertThat(reconciling.run(Map.of("look-again-after", "PT0S")).gone()).isZero();

        assertThat(reconciling.codes("open")).containsExactly("captured-unknown-here");
    }

    @Test
    void each_payment_has_its_turn_also_when_vipps_does_not_answer_about_one() {
        var one = Map.of("looks-per-run", "1", "look-again-after", "PT0S");
        for (int n = 1; n <= 3; n++) {
            ours.sale("sale-jjjj" + n, null, longAgo, "posted");
            vipps.pays("sale-jjjj" + n + "-1", "psp-" + n, false, longAgo.toString());
        }
        vipps.silentAbout.add("sale-jjjj1-1");

        for (int run = 0; run < 6; run++) {
            assertThat(reconciling.run(one).looks()).isOne();
        }

        for (int n = 1; n <= 3; n++) {
            assertThat(vipps.asked("/payments/sale-jjjj" + n + "-1"))
                    .as("payment %d", n)
                    .isPositive();
        }
        assertThat(reconciling.codes("open")).hasSize(3).containsOnly("reserved-and-forgotten");
    }

    @Test
    void the_patience_with_receipts_and_with_sums_is_not_renewed_by_what_is_heard_later() {
        vipps.hasReport = true;
        ours.sale("sale-llll1", "psp-1", longAgo, "wanted");
        vipps.captured("sale-llll1-1", "psp-1", 5000, longAgo.toString());
        ours.sale("sale-llll2", "psp-2", longAgo, "posted");
        ours.isKnownAsSum("sale-llll2");
        ours.heardOf("sale-llll1", Instant.now());
        ours.heardOf("sale-llll2", Instant.now());

        reconciling.run(Map.of("looks-per-run", "0"));

        assertThat(reconciling.codes("open")).containsExactlyInAnyOrder("receipt-missing", "capture-missing-in-report");
    }
}
