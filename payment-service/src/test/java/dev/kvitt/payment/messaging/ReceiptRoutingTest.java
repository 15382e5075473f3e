package dev.kvitt.payment.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Currency;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.ReceiptEvent;
import dev.kvitt.events.ReceiptPosted;
import dev.kvitt.events.ReceiptRejected;
import dev.kvitt.events.ReceiptWarned;
import dev.kvitt.events.ReceiptWarning;
import dev.kvitt.events.ReceiptWay;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.Topics;
import dev.kvitt.events.Vat;
import dev.kvitt.payment.domain.Input;
import dev.kvitt.payment.domain.Sale;
import dev.kvitt.registry.Registry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the receipt of a sale goes out, and that the saga hears of it when its capture waits for it. */
class ReceiptRoutingTest {

    private static final Msn MSN = new Msn("123456");
    private static final SaleId SALE = new SaleId("ride-0042");
    private static final Money FARE = new Money(25_000, Currency.NOK);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final SaleContext CONTEXT = new SaleContext(MSN, SALE, "hall-b", "taxi-1", null);
    private static final PaymentReference REFERENCE = PaymentReference.of(SALE, 1);

    private final Registry registry = Registry.load(Path.of("src/test/resources/test-registry.yaml"));
    private final Agreements agreements = new Agreements(registry);
    private final Inputs inputs = new Inputs(agreements);
    private final SaleHandler handler = new SaleHandler(null, inputs, new Permissions(registry), null, null);

    @Test
    void a_meters_receipt_goes_out_before_the_capture() {
        assertThat(agreements.terms(opened("taxi-1", false, null), null).receipt())
                .isEqualTo(ReceiptWay.BEFORE_CAPTURE);
    }

    @Test
    void a_meter_that_confirms_has_its_receipt_with_the_request() {
        assertThat(agreements.terms(opened("taxi-1", false, 60), null).receipt())
                .isEqualTo(ReceiptWay.AT_CREATE);
    }

    @Test
    void a_tills_receipt_goes_with_the_request_where_the_amount_is_final_and_after_the_capture_where_it_is_not() {
        assertThat(agreements.terms(opened("till-9", false, null), null).receipt())
                .isEqualTo(ReceiptWay.AT_CREATE);
        assertThat(agreements.terms(opened("till-9", true, null), null).receipt())
                .isEqualTo(ReceiptWay.AFTER_CAPTURE);
        assertThat(agreements.terms(opened("taxi-1", true, null), null).receipt())
                .isEqualTo(ReceiptWay.AFTER_CAPTURE);
    }

    @Test
    void the_saga_hears_that_a_receipt_is_there_or_will_never_be() {
        assertThat(handler.topics()).contains(Topics.RECEIPT_EVENTS);
        assertThat(heard(new ReceiptPosted(CONTEXT, REFERENCE, FARE))).isInstanceOf(Input.ReceiptTold.class);
        assertThat(heard(new ReceiptRejected(CONTEXT, REFERENCE, new Refusal("vipps-http-400", "No.", false))))
                .isInstanceOf(Input.ReceiptTold.class);
    }

    @Test
    void a_warning_about_a_receipt_that_is_still_on_its_way_is_not_for_the_saga() {
        var warning = new ReceiptWarning("sum-differs", "The lines come to another sum.");
        assertThat(handler.route(event(new ReceiptWarned(CONTEXT, REFERENCE, List.of(warning)))))
                .isEmpty();
    }

    private Input heard(ReceiptEvent told) {
        var routed = handler.route(event(told)).orElseThrow();
        assertThat(routed.entityKey()).isEqualTo(CONTEXT.key());
        return inputs.of(routed, Sale.NEW);
    }

    private static Event<ReceiptEvent> event(ReceiptEvent told) {
        var id = Ids.own(MSN, SALE, EventType.of(told).typeName(), 1);
        return new Event<>(id, "kvitt/receipt-service", NOON, MSN, "taxi-1", told);
    }

    private static SaleOpened opened(String till, boolean upperBound, Integer selectSeconds) {
        return new SaleOpened(
                MSN,
                SALE,
                till,
                "open-1",
                FARE,
                upperBound,
                selectSeconds,
                "Taxi ride",
                NOON.plusSeconds(120),
                null,
                null,
                null,
                List.of(Vat.line("ride", "Taxi", FARE, 1200)));
    }
}
