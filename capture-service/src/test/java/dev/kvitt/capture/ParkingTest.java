package dev.kvitt.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.capture.support.CaptureTest;
import dev.kvitt.capture.support.Eventually;
import dev.kvitt.capture.support.Sale;
import dev.kvitt.capture.support.World;
import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationId.Kind;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@CaptureTest
class ParkingTest {

    @Inject
    World world;

    @Test
    void a_command_that_names_another_sale_parks_its_own_and_is_never_carried_out() throws Exception {
        var sale = new Sale("park-wrong");
        var anothers = new Sale("park-another").operation(Kind.CANCEL);
        world.topic.send(sale.event(
                new CancelPayment(sale.msn(), sale.id(), anothers, world.clock.instant(), false),
                world.clock.instant(),
                1));
        Eventually.holds("the sale is parked", () -> parked(sale));
        assertThat(world.table.count("operation", "reference = 'park-another-1'"))
                .isZero();
    }

    @Test
    void a_command_whose_id_names_another_kind_parks_its_sale() throws Exception {
        var sale = new Sale("park-kind");
        var capture = OperationId.of(sale.reference(), Kind.CAPTURE, 1);
        world.topic.send(sale.event(
                new CancelPayment(sale.msn(), sale.id(), capture, world.clock.instant(), false),
                world.clock.instant(),
                1));
        Eventually.holds("the sale is parked", () -> parked(sale));
        assertThat(world.table.count("operation", "reference = 'park-kind-1'")).isZero();
    }

    private boolean parked(Sale sale) {
        return world.table.count("entity", "key = '123456/" + sale.id() + "' and parked") == 1;
    }
}
