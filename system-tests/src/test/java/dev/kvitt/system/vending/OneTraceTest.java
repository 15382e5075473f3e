package dev.kvitt.system.vending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.Topics;
import dev.kvitt.local.demo.Seen;
import dev.kvitt.local.demo.Vending;
import dev.kvitt.local.test.Scrape;
import dev.kvitt.system.StackUnderTest;
import dev.kvitt.system.observability.CollectedTrace;
import dev.kvitt.system.observability.OtlpCollector.CollectedSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What all services say of one sale in topics, logs and metrics: one trace, its key, and nothing of who paid. */
class OneTraceTest {

    private static final String CUSTOMER = "4798761234";
    private static final String CREATE = "POST /epayment/v1/payments";
    private static final String CAPTURE = "POST /epayment/v1/payments/{reference}/capture";
    private static final String RECEIPT = "POST /order-management/v2/ecom/receipts/{orderId}";
    private static final List<String> OF_OURS = List.of(
            Topics.CHECKIN_EVENTS,
            Topics.PAYMENT_COMMANDS,
            Topics.PAYMENT_RESULTS,
            Topics.PAYMENT_EVENTS,
            Topics.RECEIPT_EVENTS);
    private static final List<String> SERVICES = List.of(
            "webhook-gateway",
            "checkin-service",
            "payment-service",
            "capture-service",
            "receipt-service",
            "operations-service");

    private final Vending vending = StackUnderTest.vending();

    @Test
    void a_sale_has_one_trace_in_all_services_and_its_customer_is_named_by_none() throws Exception {
        var sale = sold();
        var said = vending.log.of(sale.key()).stream()
                .filter(seen -> OF_OURS.contains(seen.topic()))
                .toList();
        assertThat(said).extracting(Seen::topic).containsAll(OF_OURS);
        var traceId = said.getFirst().traceparent().substring(3, 35);
        assertThat(said).extracting(Seen::traceparent).allSatisfy(traceparent -> assertThat(traceparent)
                .startsWith("00-" + traceId + "-"));
        oneTree(traceId);
        assertThat(lines("capture-service"))
                .filteredOn(line -> line.contains(sale.saleId().value()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(" " + sale.key() + " " + traceId + " "));
        for (var service : SERVICES) {
            assertThat(lines(service)).as("log of " + service).isNotEmpty().noneMatch(line -> line.contains(CUSTOMER));
            assertThat(metrics(service))
                    .as("metrics of " + service)
                    .contains("kvitt_vipps_circuits")
                    .doesNotContain(CUSTOMER, sale.saleId().value());
        }
    }

    /** From the webhook of the scan on, each span below the one that caused it, through topics, outboxes, tasks and calls. */
    private static void oneTree(String traceId) {
        var begun = List.of("webhook-gateway", "checkin-service", "payment-service", "capture-service");
        await(traceId, trace -> trace.wayTo(CREATE).equals(begun));
        await(traceId, trace -> startsAndEnds(trace.wayTo(CAPTURE), "payment-service", "capture-service"));
        await(traceId, trace -> startsAndEnds(trace.wayTo(RECEIPT), "payment-service", "receipt-service"));
        await(traceId, trace -> trace.orphans().isEmpty());
        var trace = CollectedTrace.of(StackUnderTest.TRACES, traceId);
        assertThat(trace.first())
                .extracting(CollectedSpan::service, CollectedSpan::name)
                .containsExactly(tuple("webhook-gateway", "POST /hooks/{token}"));
        assertThat(StackUnderTest.TRACES.spans())
                .noneMatch(span -> span.all().contains(CUSTOMER))
                .noneMatch(
                        span -> span.all().contains("/hooks/") && !span.name().equals("POST /hooks/{token}"));
    }

    /** What lies between depends on who is faster, Vipps' webhook or our own question. */
    private static boolean startsAndEnds(List<String> way, String lastButOne, String last) {
        return way.size() > 3
                && way.subList(0, 3).equals(List.of("webhook-gateway", "checkin-service", "payment-service"))
                && way.subList(way.size() - 2, way.size()).equals(List.of(lastButOne, last));
    }

    private static void await(String traceId, Predicate<CollectedTrace> wanted) {
        StackUnderTest.waitFor(
                () -> wanted.test(CollectedTrace.of(StackUnderTest.TRACES, traceId)),
                Duration.ofSeconds(30),
                () -> "there is " + CollectedTrace.of(StackUnderTest.TRACES, traceId));
    }

    private SaleContext sold() {
        var sale = vending.scan("machine-1-qr", CUSTOMER);
        vending.phone.approve(sale.msn(), vending.requested(sale).reference());
        vending.authorized(sale);
        vending.machine.dropped(sale, "fanta", 3000);
        assertThat(vending.done(sale)).isInstanceOf(PaymentSettled.class);
        Expect.receipt(vending, sale);
        return sale;
    }

    private static List<String> lines(String service) throws IOException {
        return Files.readAllLines(StackUnderTest.stack().context().data().log(service));
    }

    private static String metrics(String service) {
        return Scrape.until(StackUnderTest.stack().context().ports().url(service));
    }
}
