package dev.kvitt.checkin.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.store.PageTills;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Event;
import dev.kvitt.events.Topics;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.messaging.Origin;
import dev.kvitt.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Baskets, cancels and customers' codes count only on a topic that may ask for them. */
class PointsOfSaleTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Customer SHOWN = Customer.sealed(Customer.Kind.PERSONAL_QR, new Sealed("a.b.c.d.e"));

    @TempDir
    Path folder;

    private CheckinHandler handler;

    @BeforeEach
    void start() throws IOException {
        var file = folder.resolve("registry.yaml");
        Files.writeString(
                file,
                CheckinWorld.registry().replace("file:vipps-key", "env:PATH")
                        + """
                      - msn: "654321"
                        name: Nabo
                        market: NO
                        keys: {clientId: env:PATH, clientSecret: env:PATH, subscriptionKey: env:PATH}
                        shops: []
                pointOfSaleTopics:
                  - topic: pos.merchant
                    salesUnits: ["123456"]
                  - topic: pos.desk
                    salesUnits: ["123456"]
                    requests: [cancel]
                  - topic: pos.neighbour
                    salesUnits: ["654321"]
                """);
        var registry = Registry.load(file);
        var minute = Duration.ofMinutes(1);
        var limits = new Limits(minute, minute, minute, minute);
        var exchange = new PersonalQrs(registry, null, null, limits, () -> NOW);
        var tills = new Tills(new BooksOfFile(registry));
        var remembering = new Remembering(registry, null, null, () -> NOW);
        var pages = new PageSales(new PageTills(new BooksOfFile(registry)), registry);
        var routes = new Routes(tills, exchange, new SaleNews(limits), remembering, pages);
        handler = new CheckinHandler(
                routes, new PointsOfSale(registry), tills, null, null, null, null, null, exchange, remembering, pages);
    }

    @Test
    void every_topic_of_points_of_sale_is_read_and_no_other() {
        assertThat(handler.topics())
                .containsExactlyInAnyOrder(
                        "pos.merchant",
                        "pos.desk",
                        "pos.neighbour",
                        Topics.POS_HTTP,
                        Topics.VIPPS_CHECKINS,
                        Topics.PAYMENT_EVENTS,
                        Topics.OPERATOR_COMMANDS);
        assertThat(handler.carries("pos.merchant")).isEqualTo(Topics.POS_SALES);
        assertThat(handler.carries(Topics.PAYMENT_EVENTS)).isEqualTo(Topics.PAYMENT_EVENTS);
    }

    @Test
    void a_basket_and_a_shown_code_count_where_they_may_be_asked_for() {
        var sale = TestSale.at(1, NOW.plusSeconds(60));
        for (var event : new Event<?>[] {sale.opened(NOW), sale.presented(SHOWN, NOW), sale.cancelled(NOW)}) {
            assertThat(handler.route(event, on("pos.merchant"))).isPresent();
            assertThat(handler.route(event, on(Topics.POS_HTTP))).isPresent();
        }
        assertThat(handler.route(sale.cancelled(NOW), on("pos.desk"))).isPresent();
    }

    @Test
    void nobody_brings_customers_to_or_takes_baskets_from_sales_that_are_not_theirs() {
        var sale = TestSale.at(1, NOW.plusSeconds(60));
        for (var event : new Event<?>[] {sale.opened(NOW), sale.presented(SHOWN, NOW), sale.cancelled(NOW)}) {
            assertThat(handler.route(event, on("pos.neighbour"))).isEmpty();
            assertThat(handler.route(event, on("pos.unknown"))).isEmpty();
        }
        assertThat(handler.route(sale.opened(NOW), on("pos.desk"))).isEmpty();
        assertThat(handler.route(sale.presented(SHOWN, NOW), on("pos.desk"))).isEmpty();
    }

    @Test
    void what_payment_service_says_needs_no_permission() {
        var sale = TestSale.at(1, NOW.plusSeconds(60));
        assertThat(handler.route(sale.authorized(NOW), on(Topics.PAYMENT_EVENTS)))
                .isPresent();
    }

    private static Origin on(String topic) {
        return new Origin(topic, NOW);
    }
}
