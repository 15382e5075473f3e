package dev.kvitt.payment.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.Topics;
import dev.kvitt.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a till wants to open, held against the registry. */
class OpeningsTest {

    @TempDir
    Path folder;

    private final OnADatabase service = new OnADatabase(Registry.load(OnADatabase.SHOP));
    private final PaidSale sale = new PaidSale(service, "sale-00001");

    @Test
    void a_sale_within_all_limits_is_opened() {
        sale.opened(500_000);
        assertThat(service.said(CreatePayment.class)).hasSize(1);
        assertThat(service.said(RequestRefused.class)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "till-9, 5000, NOK, , unknown-till",
        "till-1, 99, NOK, , amount-too-small",
        "till-1, 0, NOK, , amount-too-small",
        "till-1, 500001, NOK, , amount-too-large",
        "till-2, 300001, NOK, , amount-too-large",
        "till-1, 65000001, NOK, , amount-too-large",
        "till-1, 5000, EUR, , other-currency",
        "till-1, 5000, NOK, no-such-code, unknown-code"
    })
    void what_cannot_be_is_refused_at_once_and_nobody_is_asked(
            String till, long amount, Currency currency, String code, String refusal) {
        open(with(sale.opening(1), till, new Money(amount, currency), code));

        var refused = onlyRefusal();
        assertThat(refused.refusal().code()).isEqualTo(refusal);
        assertThat(refused.refusal().sentence()).endsWith("The sale was not opened and nobody was asked.");
        assertThat(refused.requestId()).isEqualTo("open");
        assertThat(service.said(CreatePayment.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"market: NO", "name: Oslo S", "id: till-1"})
    void what_is_switched_off_opens_no_sale_and_finishes_those_that_are_open(String text) throws IOException {
        var off =
                switch (text) {
                    case "market: NO" -> text + "\n        enabled: false";
                    case "name: Oslo S" -> text + "\n            enabled: false";
                    default -> text + ", enabled: false";
                };
        sale.opened(5000);
        service.runsWith(registry(yaml -> yaml.replace(text, off)));
        new PaidSale(service, "sale-00002").opened(5000);
        assertThat(onlyRefusal().refusal().code()).isEqualTo("switched-off");

        sale.authorized(5000);
        assertThat(service.said(CapturePayment.class)).hasSize(1);
    }

    @Test
    void a_merchant_serial_number_that_is_not_in_the_registry_opens_nothing() throws IOException {
        service.runsWith(registry(yaml -> yaml.replace("msn: \"123456\"", "msn: \"123457\"")
                .replace("salesUnits: [\"123456\"]", "salesUnits: [\"123457\"]")));
        sale.opened(5000);
        assertThat(onlyRefusal().refusal().code()).isEqualTo("sales-unit-not-permitted");
    }

    @Test
    void a_request_may_not_be_wanted_for_days() {
        var opening = sale.opening(5000);
        service.read(
                Topics.POS_SALES,
                opening,
                opening.validUntil().minus(Duration.ofHours(24).plusMillis(1)));
        assertThat(onlyRefusal().refusal().code()).isEqualTo("valid-for-too-long");
    }

    @Test
    void what_was_refused_may_be_asked_again_when_it_is_right() {
        open(with(sale.opening(1), "till-9", PaidSale.nok(5000), null));
        open(named(sale.opening(5000), "open-2"));
        assertThat(service.said(CreatePayment.class)).hasSize(1);
    }

    @Test
    void what_was_refused_stays_refused_when_the_registry_would_allow_it() throws IOException {
        service.runsWith(registry(yaml -> yaml.replace("name: Oslo S", "name: Oslo S\n            enabled: false")));
        var opening = sale.opening(5000);
        open(opening);
        service.runsWith(Registry.load(OnADatabase.SHOP));
        open(opening);

        onlyRefusal();
        assertThat(service.said(CreatePayment.class)).isEmpty();
    }

    @Test
    void the_same_opening_is_the_same_sale_whatever_was_set_otherwise_since() throws IOException {
        var opening = sale.opening(5000);
        open(opening);
        service.runsWith(registry(yaml -> yaml.replace(
                "market: NO",
                "market: NO\n        captureOn: confirmation\n        partialCapture: false\n        captureDays: 9\n"
                        + "        customerTokenFlow: PUSH_MESSAGE\n        enabled: false")));
        open(named(opening, "open-2"));

        assertThat(service.said(RequestRefused.class)).isEmpty();
        assertThat(service.said(CreatePayment.class)).hasSize(1);
        sale.authorized(5000);
        assertThat(service.said(CapturePayment.class))
                .as("it is still captured on authorization, as was agreed")
                .hasSize(1);
    }

    @Test
    void other_content_under_the_same_id_is_refused_also_when_settings_changed() throws IOException {
        var opening = sale.opening(5000);
        open(opening);
        service.runsWith(registry(yaml -> yaml.replace("market: NO", "market: NO\n        partialCapture: false")));
        open(named(with(opening, "till-1", PaidSale.nok(5001), null), "open-2"));
        assertThat(onlyRefusal().refusal().code()).isEqualTo("sale-id-reused");
    }

    @Test
    void a_restored_database_opens_again_what_was_open_although_its_shop_is_switched_off_by_now() throws IOException {
        var opening = sale.opening(5000);
        var written = service.now;
        service.later(Duration.ofMinutes(10));
        service.runsWith(registry(yaml -> yaml.replace("name: Oslo S", "name: Oslo S\n            enabled: false")));
        service.read(Topics.POS_SALES, opening, written);

        assertThat(service.said(RequestRefused.class)).isEmpty();
        assertThat(service.said(CreatePayment.class))
                .as("nobody is asked for it any more")
                .isEmpty();
        // Vipps shows that the customer was asked before and has paid: the money is looked after.
        sale.shows(5000, 0, 0);
        sale.done(OperationId.Kind.CREATE, 1, OperationResult.Outcome.SUCCEEDED);
        assertThat(service.number("select count(*) from entity where not parked"))
                .isEqualTo(1);
        assertThat(service.said(CreatePayment.class))
                .as("the same operation id as before")
                .hasSize(1);
    }

    @Test
    void a_payment_that_vipps_has_told_of_is_never_refused_as_a_sale() throws IOException {
        service.runsWith(registry(yaml -> yaml.replace("name: Oslo S", "name: Oslo S\n            enabled: false")));
        sale.shows(5000, 0, 0);
        sale.opened(5000);
        assertThat(service.said(RequestRefused.class)).isEmpty();
    }

    @Test
    void a_sales_unit_that_captures_on_confirmation_waits_for_it() throws IOException {
        service.runsWith(registry(yaml -> yaml.replace("market: NO", "market: NO\n        captureOn: confirmation")));
        sale.opened(5000).authorized(5000);
        assertThat(service.said(CapturePayment.class)).isEmpty();
        service.read(
                Topics.POS_SALES,
                new AmountConfirmed(PaidSale.MSN, sale.id, "till-1", "ok", PaidSale.nok(5000), List.of()));
        assertThat(service.said(CapturePayment.class)).hasSize(1);
    }

    @Test
    void a_sales_unit_without_partial_capture_reserves_no_more_than_is_sold() throws IOException {
        service.runsWith(registry(yaml -> yaml.replace("market: NO", "market: NO\n        partialCapture: false")));
        var opening = sale.opening(5000);
        open(new SaleOpened(
                opening.msn(),
                opening.saleId(),
                opening.tillId(),
                opening.requestId(),
                opening.amount(),
                true,
                60,
                opening.description(),
                opening.validUntil(),
                null,
                opening.customer(),
                null,
                opening.lines(),
                null));
        assertThat(service.said(PaymentFailed.class))
                .extracting(failed -> failed.refusal().code())
                .containsExactly("needs-partial-capture");
        assertThat(service.said(CreatePayment.class)).isEmpty();
    }

    private void open(SaleOpened opening) {
        service.read(Topics.POS_SALES, opening);
    }

    private RequestRefused onlyRefusal() {
        assertThat(service.said(RequestRefused.class)).hasSize(1);
        return service.said(RequestRefused.class).getFirst();
    }

    private Registry registry(UnaryOperator<String> edit) throws IOException {
        var yaml = Files.readString(OnADatabase.SHOP);
        var edited = edit.apply(yaml);
        assertThat(edited).isNotEqualTo(yaml);
        return Registry.load(Files.writeString(folder.resolve("registry.yaml"), edited));
    }

    private static SaleOpened with(SaleOpened like, String till, Money amount, String code) {
        return copy(like, till, like.requestId(), amount, code);
    }

    private static SaleOpened named(SaleOpened like, String request) {
        return copy(like, like.tillId(), request, like.amount(), like.qrId());
    }

    private static SaleOpened copy(SaleOpened like, String till, String request, Money amount, String code) {
        return new SaleOpened(
                new Msn(like.msn().value()),
                new SaleId(like.saleId().value()),
                till,
                request,
                amount,
                like.upperBound(),
                like.selectSeconds(),
                like.description(),
                like.validUntil(),
                like.screen(),
                like.customer(),
                code,
                like.lines(),
                like.bottomLine());
    }
}
