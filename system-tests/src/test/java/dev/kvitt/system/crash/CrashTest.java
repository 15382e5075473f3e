package dev.kvitt.system.crash;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.function.Executable;

/**
 * R2: every service is halted at every point that it comes to in ordinary sales, and started again; the sales end as if
 * nothing had happened. They are looked at last of all: what a halted process had in hand waits for its lease, and
 * meanwhile the others are halted.
 */
@Tag("crash")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashTest {

    private static final List<Executable> ENDINGS = new ArrayList<>();

    private final Sales sales = new Sales();

    @Test
    @Order(1)
    void the_payment_service_halts_everywhere_also_between_capture_and_release() {
        new PaymentCrashes(sales, ENDINGS).run();
    }

    @Test
    @Order(2)
    void the_capture_service_halts_everywhere_also_between_capture_and_release() {
        new CaptureCrashes(sales, ENDINGS).run();
    }

    @Test
    @Order(3)
    void the_receipt_service_halts_everywhere() {
        new ReceiptCrashes(sales, ENDINGS).run();
    }

    @Test
    @Order(4)
    void the_check_in_service_halts_everywhere() {
        new CheckinCrashes(sales, ENDINGS).run();
    }

    @Test
    @Order(5)
    void the_gateway_halts_everywhere() {
        new GatewayCrashes(sales, ENDINGS).run();
    }

    @Test
    @Order(6)
    void all_those_sales_end_as_if_nothing_had_happened() {
        assertAll(ENDINGS);
    }
}
