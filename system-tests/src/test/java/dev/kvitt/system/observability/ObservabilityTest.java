package dev.kvitt.system.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.local.demo.Vending;
import dev.kvitt.local.test.Scrape;
import dev.kvitt.system.StackUnderTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What alerts and dashboards look at is there in a running Kvitt. */
class ObservabilityTest {

    private static final List<String> SERVICES = List.of(
            "webhook-gateway",
            "checkin-service",
            "payment-service",
            "capture-service",
            "receipt-service",
            "operations-service");

    private final Vending vending = StackUnderTest.vending();

    @Test
    void every_metric_of_rules_and_dashboards_is_in_a_scrape_of_the_services() {
        oneSaleWithOneRefusal();
        var named = Observability.metrics(Observability.rules());
        Observability.dashboards().stream()
                .flatMap(board -> board.findValues("expr").stream())
                .map(JsonNode::asText)
                .map(Observability::metrics)
                .forEach(named::addAll);
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(scraped()).containsAll(named);
    }

    private void oneSaleWithOneRefusal() {
        var sale = vending.scan("machine-1-qr", "4798761235");
        vending.phone.approve(sale.msn(), vending.requested(sale).reference());
        vending.authorized(sale);
        vending.machine.dropped(sale, "champagne", 5001);
        vending.await(RequestRefused.class, said -> said.sale().key().equals(sale.key()), "the machine is refused");
        vending.machine.jammed(sale);
        assertThat(vending.done(sale)).isInstanceOf(PaymentEnded.class);
    }

    private static Set<String> scraped() {
        var ports = StackUnderTest.stack().context().ports();
        Scrape.until(ports.url("payment-service"), "kvitt_sale_authorized_seconds_count");
        return SERVICES.stream()
                .map(service -> Scrape.until(ports.url(service)))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("kvitt_"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
