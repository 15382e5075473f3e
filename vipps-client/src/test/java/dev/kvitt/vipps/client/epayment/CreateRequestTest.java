package dev.kvitt.vipps.client.epayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.Currency;
import dev.kvitt.vipps.client.LinkUrl;
import dev.kvitt.vipps.client.orders.BottomLine;
import dev.kvitt.vipps.client.orders.OrderLine;
import dev.kvitt.vipps.client.orders.Receipt;
import dev.kvitt.vipps.client.orders.TaxRate;
import dev.kvitt.vipps.client.qr.QrFormat;
import dev.kvitt.vipps.client.testing.MutableClock;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything optional in a create request, and what cannot be put together. */
class CreateRequestTest {
    private static final ReturnUrl BACK = new ReturnUrl("https://kvitt.example/return");
    private static final Flow QR = new Flow.Qr(new QrFormat.Svg());
    private static final Flow CARD = new Flow.CardRedirect(BACK);
    private static final PaymentExpiry EXPIRY = PaymentExpiry.after(MutableClock.START, Duration.ofDays(2));

    @Test
    void a_request_with_all_extras_has_exactly_vipps_fields() {
        CustomerDemands demands = CustomerDemands.NONE
                .sharing(new LinkedHashSet<>(List.of(ProfileScope.PHONE_NUMBER, ProfileScope.NAME)))
                .notUnder(new MinimumUserAge(18))
                .blocking(Set.of(BlockedSource.COMMERCIAL_CARDS));
        PaymentExtras extras = PaymentExtras.NONE
                .endingAt(EXPIRY)
                .with(new ReceiptUrl("https://kvitt.example/receipt/1"))
                .with(demands)
                .with(new MerchantLegalLinks(
                        new LinkUrl("https://kvitt.example/terms"), new LinkUrl("https://kvitt.example/privacy")));

        assertThat(request(payment(QR).with(receipt()).with(extras)))
                .isEqualTo(
                        Received.parse(
                                """
                                {"amount":{"value":1000,"currency":"NOK"},
                                 "paymentMethod":{"type":"WALLET","blockedSources":["COMMERCIAL_CARDS"]},
                                 "userFlow":"QR","qrFormat":{"format":"IMAGE/SVG+XML"},
                                 "customerInteraction":"CUSTOMER_PRESENT","reference":"vend-4711-20261121-1",
                                 "paymentDescription":"Socks",
                                 "receipt":{"orderLines":[{"name":"Socks","id":"s-1","totalAmount":1000,"totalAmountExcludingTax":800,
                                  "totalTaxAmount":200,"taxRate":2500}],"bottomLine":{"currency":"NOK"}},
                                 "profile":{"scope":"name phoneNumber"},"minimumUserAge":18,"expiresAt":"2026-11-23T10:00:00Z",
                                 "receiptUrl":"https://kvitt.example/receipt/1",
                                 "merchantLegalLinks":{"termsOfSaleUrl":"https://kvitt.example/terms",
                                  "privacyPolicyUrl":"https://kvitt.example/privacy"}}"""));
    }

    @Test
    void every_scope_has_the_word_of_vipps() {
        CustomerDemands everything = CustomerDemands.NONE.sharing(Set.of(ProfileScope.values()));

        assertThat(request(payment(QR).with(PaymentExtras.NONE.with(everything)))
                        .at("/profile/scope")
                        .textValue())
                .isEqualTo("name address email phoneNumber birthDate nin");
    }

    @Test
    void a_card_without_the_app_is_paid_on_a_page() {
        JsonNode request = request(payment(CARD));

        assertThat(request.get("paymentMethod")).isEqualTo(Received.parse("{\"type\":\"CARD\"}"));
        assertThat(request.get("userFlow").textValue()).isEqualTo("WEB_REDIRECT");
        assertThat(request.get("returnUrl").textValue()).isEqualTo(BACK.value());
    }

    @Test
    void an_app_may_switch_by_itself() {
        assertThat(request(payment(new Flow.NativeRedirect(Optional.of(new ReturnUrl("shop://back")))))
                        .get("returnUrl")
                        .textValue())
                .isEqualTo("shop://back");
        JsonNode without = request(payment(new Flow.NativeRedirect(Optional.empty())));
        assertThat(without.get("userFlow").textValue()).isEqualTo("NATIVE_REDIRECT");
        assertThat(without.has("returnUrl")).isFalse();
    }

    @Test
    void a_card_takes_neither_receipt_nor_blocked_sources() {
        PaymentExtras blocking =
                PaymentExtras.NONE.with(CustomerDemands.NONE.blocking(Set.of(BlockedSource.COMMERCIAL_CARDS)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> payment(CARD).with(receipt()))
                .withMessageContaining("by card");
        assertThatIllegalArgumentException().isThrownBy(() -> payment(CARD).with(blocking));
    }

    @Test
    void an_expiry_needs_push_or_qr_and_a_receipt() {
        PaymentExtras expiring = PaymentExtras.NONE.endingAt(EXPIRY);
        Flow push = new Flow.PushMessage(new Customer.PhoneNumber("4798765432"));

        assertThat(payment(push).with(receipt()).with(expiring).extras().expiry())
                .contains(EXPIRY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> payment(QR).with(expiring))
                .withMessageContaining("receipt");
        for (Flow flow : List.of(
                new Flow.WebRedirect(BACK, Optional.empty()),
                new Flow.NativeRedirect(Optional.of(BACK)),
                new Flow.WebRedirect(BACK, Optional.of(new Customer.CustomerToken("token"))))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> payment(flow).with(receipt()).with(expiring));
        }
    }

    @Test
    void an_expiry_is_more_than_ten_minutes_and_at_most_sixty_days_ahead() {
        Instant now = MutableClock.START;
        assertThat(PaymentExpiry.after(now, Duration.ofMinutes(10).plusSeconds(1))
                        .at())
                .isEqualTo("2026-11-21T10:10:01Z");
        assertThat(PaymentExpiry.after(now, Duration.ofDays(60)).at()).isEqualTo("2027-01-20T10:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> PaymentExpiry.after(now, PaymentExpiry.MIN_LIFE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentExpiry.after(now, PaymentExpiry.MAX_LIFE.plusSeconds(1)));
    }

    @Test
    void an_expiry_is_written_to_the_second_in_four_digit_years() {
        assertThat(new PaymentExpiry(Instant.parse("2026-11-23T10:00:00.999Z")).at())
                .isEqualTo("2026-11-23T10:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentExpiry(Instant.MAX));
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentExpiry(Instant.MIN));
    }

    @Test
    void a_minimum_age_is_0_to_100_years() {
        assertThat(new MinimumUserAge(0).years()).isZero();
        assertThat(new MinimumUserAge(100).years()).isEqualTo(100);
        assertThatIllegalArgumentException().isThrownBy(() -> new MinimumUserAge(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MinimumUserAge(101));
    }

    @Test
    void a_receipt_in_another_currency_is_refused() {
        CreatePayment euros = CreatePayment.of(
                Samples.REFERENCE,
                new Amount(Currency.EUR, 1000),
                QR,
                new PaymentDescription("Socks"),
                CustomerInteraction.CUSTOMER_PRESENT);

        assertThatIllegalArgumentException().isThrownBy(() -> euros.with(receipt()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://kvitt.example", "kvitt.example", "https://a b", "https:///x", "shop://page", ""})
    void a_link_for_a_browser_is_https(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LinkUrl(text));
    }

    @Test
    void a_receipt_url_keeps_to_the_rules_of_return_urls() {
        assertThat(new ReceiptUrl("shop://receipt/1").toString()).doesNotContain("receipt/1");
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiptUrl("http://kvitt.example"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReceiptUrl("https://a.example/" + "a".repeat(ReceiptUrl.MAX_LENGTH)));
    }

    private static CreatePayment payment(Flow flow) {
        return CreatePayment.of(
                Samples.REFERENCE,
                Samples.nok(1000),
                flow,
                new PaymentDescription("Socks"),
                CustomerInteraction.CUSTOMER_PRESENT);
    }

    private static Receipt receipt() {
        OrderLine socks =
                OrderLine.of("s-1", "Socks", Samples.nok(1000), Samples.nok(800), Samples.nok(200), new TaxRate(2500));
        return new Receipt(List.of(socks), BottomLine.of(Currency.NOK));
    }

    private static JsonNode request(CreatePayment payment) {
        return Received.parse(PaymentRequests.create(payment).toString());
    }
}
