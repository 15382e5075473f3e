package dev.kvitt.checkin.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.store.PageTills;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Event;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.Topics;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.messaging.Origin;
import dev.kvitt.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
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

    @Test
    void the_refusal_of_an_opening_names_no_code_and_finds_the_sale_all_the_same() {
        var ride = TestRide.in(1, 11100, NOW.plusSeconds(60));
        var sale = TestSale.at(1, NOW.plusSeconds(60));
        assertThat(handler.route(ride.refused(ride.opened(null, NOW), NOW), on(Topics.PAYMENT_EVENTS)))
                .isPresent();
        assertThat(handler.route(refused(sale, "till-1"), on(Topics.PAYMENT_EVENTS)))
                .as("a till with a code, whose basket waits there")
                .isPresent();
        assertThat(handler.route(refused(sale, "machine-1"), on(Topics.PAYMENT_EVENTS)))
                .as("a machine, whose sales its customers open")
                .isEmpty();
        assertThat(handler.route(refused(sale, "spare-till"), on(Topics.PAYMENT_EVENTS)))
                .as("a till without a code")
                .isEmpty();
        assertThat(handler.route(refused(sale, "taxi-that-left"), on(Topics.PAYMENT_EVENTS)))
                .as("nobody knows what the till had")
                .isPresent();
    }

    private static Event<?> refused(TestSale sale, String till) {
        var where = new SaleContext(new Msn(CheckinWorld.MSN), sale.saleId(), null, till, null);
        var why = new Refusal("amount-too-large", "Too much.", true);
        var data = new RequestRefused(where, UUID.randomUUID(), "open", why);
        return new Event<>(UUID.randomUUID(), "kvitt/payment-service", NOW, where.msn(), till, data);
    }

    @Test
    void what_becomes_of_a_page_sale_is_heard_when_its_meter_has_left_the_registry() {
        var gone = TestRide.in(999, 11100, NOW.plusSeconds(60));
        for (var event : new Event<?>[] {
            gone.requested(1, "https://vipps.example", NOW), gone.settled(1, NOW), gone.cancelled(NOW)
        }) {
            var topic = event.data() instanceof PointOfSaleEvent ? "pos.merchant" : Topics.PAYMENT_EVENTS;
            assertThat(handler.route(event, on(topic))).isPresent();
        }
    }

    private static Origin on(String topic) {
        return new Origin(topic, NOW);
    }
}
