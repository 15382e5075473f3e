package dev.kvitt.payment.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.Event;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.Topics;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.messaging.Origin;
import dev.kvitt.payment.domain.Input;
import dev.kvitt.payment.domain.Sale;
import dev.kvitt.payment.store.HttpRequests;
import dev.kvitt.registry.Registry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangedCustomersTest {

    private static final Msn EXCHANGES = new Msn("123456");
    private static final Msn SENDS = new Msn("654321");
    private static final Customer SHOWN = Customer.sealed(Customer.Kind.PERSONAL_QR, new Sealed("a.b.c.d.e"));
    private static final Customer NUMBER = Customer.sealed(Customer.Kind.PHONE_NUMBER, new Sealed("a.b.c.d.e"));
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(120);

    private static final Origin POS_SALES = new Origin(Topics.POS_SALES, NOW);

    private SaleHandler handler;
    private Inputs inputs;
    private OnADatabase service;

    @BeforeEach
    void two_sales_units(@TempDir Path folder) throws Exception {
        var file = Files.writeString(
                folder.resolve("registry.yaml"),
                "installation: payment-test\nmerchants:\n  - id: brus\n    name: Brus AS\n    salesUnits:\n"
                        + unit(EXCHANGES, "exchange") + unit(SENDS, "pay"));
        var registry = Registry.load(file);
        service = new OnADatabase(registry);
        var agreements = new Agreements(registry);
        inputs = new Inputs(agreements);
        handler = new SaleHandler(null, inputs, new Permissions(registry), null, null);
    }

    private static String unit(Msn msn, String personalQr) {
        return """
                      - {msn: "%s", name: One, market: NO, personalQr: %s,
                         shops: [{id: shop-%s, name: One, tills: [{id: till-1, kind: till, flow: till, description: One}]}],
                         keys: {clientId: "env:PATH", clientSecret: "env:PATH", subscriptionKey: "env:PATH"}}
                """
                .formatted(msn, personalQr, msn);
    }

    @Test
    void a_code_that_is_exchanged_is_nobody_to_ask_until_its_number_is_told() {
        service.read(Topics.POS_SALES, opened(EXCHANGES, null).data());
        service.read(Topics.POS_SALES, presented(EXCHANGES, SHOWN).data());
        assertThat(service.said(CreatePayment.class)).isEmpty();
        assertThat(service.said(RequestRefused.class)).isEmpty();
        assertThat(customerOf(opened(EXCHANGES, SHOWN))).isNull();

        service.read(Topics.POS_SALES, presented(EXCHANGES, NUMBER).data());
        assertThat(service.said(CreatePayment.class)).hasSize(1);
    }

    @Test
    void a_code_that_was_shown_over_http_is_waited_for_until_it_was_read_and_no_longer() {
        var shown = (CustomerPresented) presented(EXCHANGES, SHOWN).data();
        service.transactions().run(connection -> {
            var asked =
                    new HttpRequests.Asked(Permissions.idOf(shown), shown.key(), EXCHANGES, "till-1", new byte[] {1});
            HttpRequests.begin(connection, asked, false, NOW);
            return null;
        });
        assertThat(isOnItsWay(shown)).isTrue();
        service.read(Topics.POS_HTTP, shown);
        assertThat(isOnItsWay(shown))
                .as("who waits for this would wait for ever: take no other payment")
                .isFalse();
    }

    private boolean isOnItsWay(CustomerPresented shown) {
        return service.transactions()
                .run(connection -> HttpRequests.sale(connection, shown.key()))
                .orElseThrow()
                .somethingOnItsWay();
    }

    @Test
    void a_code_that_is_exchanged_does_not_wait_behind_what_parked_its_sale() {
        service.read(Topics.POS_SALES, opened(EXCHANGES, null).data());
        service.execute("update entity set parked = true");
        service.read(Topics.POS_SALES, presented(EXCHANGES, SHOWN).data());
        assertThat(service.number("select count(*) from parked")).isZero();
        service.read(Topics.POS_SALES, presented(EXCHANGES, NUMBER).data());
        assertThat(service.number("select count(*) from parked")).isEqualTo(1);
    }

    @Test
    void everybody_else_is_asked_as_the_till_said() {
        service.read(Topics.POS_SALES, opened(SENDS, null).data());
        service.read(Topics.POS_SALES, presented(SENDS, SHOWN).data());
        assertThat(service.said(CreatePayment.class).getLast().customer().kind())
                .isEqualTo(Customer.Kind.PERSONAL_QR);
        assertThat(customerOf(opened(EXCHANGES, NUMBER))).isEqualTo(NUMBER);
        assertThat(customerOf(opened(SENDS, SHOWN))).isEqualTo(SHOWN);
    }

    private Customer customerOf(Event<?> opened) {
        var input = (Input.Opened) inputs.of(handler.route(opened, POS_SALES).orElseThrow(), Sale.NEW);
        return input.customer() == null ? null : input.customer().customer();
    }

    private static Event<?> presented(Msn msn, Customer customer) {
        var data = new CustomerPresented(
                msn, new SaleId("sale-1"), "till-1", "present-" + customer.kind(), customer, UNTIL);
        return new Event<>(UUID.randomUUID(), "till-1", NOW, msn, "till-1", data);
    }

    private static Event<?> opened(Msn msn, Customer customer) {
        var data = new SaleOpened(
                msn,
                new SaleId("sale-1"),
                "till-1",
                "open",
                new Money(4900, Currency.NOK),
                false,
                null,
                "A coffee",
                UNTIL,
                false,
                customer,
                null,
                List.of(),
                null);
        return new Event<>(UUID.randomUUID(), "till-1", NOW, msn, "till-1", data);
    }
}
