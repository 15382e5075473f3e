package dev.kvitt.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.capture.support.CaptureTest;
import dev.kvitt.capture.support.Eventually;
import dev.kvitt.capture.support.Sale;
import dev.kvitt.capture.support.World;
import dev.kvitt.events.OperationId.Kind;
import dev.kvitt.events.OperationResult.Outcome;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One slow sale keeps no other waiting. */
@CaptureTest
class ManySalesTest {

    private static final int SALES = 8;

    @Inject
    World world;

    @Test
    void many_sales_are_under_way_at_once() throws Exception {
        var sales =
                IntStream.range(0, SALES).mapToObj(n -> new Sale("many-" + n)).toList();
        var open = new CountDownLatch(1);
        world.vipps.observe(write -> {
            if (write.reference().startsWith("many-")) {
                awaited(open);
            }
        });
        try {
            for (var sale : sales) {
                world.create(sale);
            }
            Eventually.holds(
                    "all are under way",
                    () -> world.table.count("task", "key like '%/many-%' and leased_until is not null") == SALES);
        } finally {
            open.countDown();
            world.vipps.observe(write -> {});
        }
        // On a slow machine Vipps was slower than a call may be, and then the outcome is not known yet.
        for (var sale : sales) {
            assertThat(world.result(sale, Kind.CREATE, 1).outcome()).isIn(Outcome.SUCCEEDED, Outcome.UNKNOWN);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
