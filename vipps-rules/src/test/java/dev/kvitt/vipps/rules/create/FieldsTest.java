package dev.kvitt.vipps.rules.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.rules.Market;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.SalesUnit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of a create request, one by one. */
class FieldsTest {

    private static final RulesSwitches OTHER = Judged.SWITCHES
            .with("create.phone-minimum-digits", 10)
            .with("create.latest-expiry", Duration.ofDays(28))
            .with("create.long-return-url-accepted", true)
            .with("create.legal-links-accepted", false);

    @ParameterizedTest
    @CsvSource({"NOK,NO,99,100", "DKK,DK,0,1", "EUR,FI,0,1"})
    void each_currency_has_its_smallest_amount(String currency, Market market, long tooSmall, long enough) {
        SalesUnit unit = SalesUnit.usual(Judged.NORWEGIAN.msn(), market);

        assertThat(Judged.code(CreateBodies.vending().amount(tooSmall, currency).body(), unit))
                .isEqualTo(6010);
        assertThat(Judged.accepted(
                        CreateBodies.vending().amount(enough, currency).body(), unit, Judged.SWITCHES))
                .isNotNull();
    }

    @Test
    void a_phone_number_has_9_to_15_digits_or_at_least_10_if_switched() {
        assertThat(Judged.code(phone("12345678"))).isEqualTo(4070);
        assertThat(Judged.code(phone("1234567890123456"))).isEqualTo(4070);
        assertThat(Judged.code(phone("47 12345678"))).isEqualTo(4070);
        assertThat(Judged.accepted(phone("123456789"))).isNotNull();
        assertThat(Judged.accepted(phone("123456789012345"))).isNotNull();
        assertThat(Judged.code(phone("123456789").body(), Judged.NORWEGIAN, OTHER))
                .isEqualTo(4070);
        assertThat(Judged.accepted(phone("1234567890").body(), Judged.NORWEGIAN, OTHER))
                .isNotNull();
    }

    @Test
    void a_personal_qr_has_5_to_255_characters() {
        assertThat(Judged.code(personalQr("x".repeat(4)))).isEqualTo(4060);
        assertThat(Judged.code(personalQr("x".repeat(256)))).isEqualTo(4060);
        assertThat(Judged.accepted(personalQr("x".repeat(5)))).isNotNull();
        assertThat(Judged.accepted(personalQr("x".repeat(255)))).isNotNull();
    }

    @Test
    void a_blank_customer_token_is_none() {
        assertThat(Judged.code(CreateBodies.vending().customer(new CreateBody.Customer(null, null, " "))))
                .isEqualTo(4050);
    }

    @Test
    void a_return_url_has_2500_characters_unless_switched() {
        String longest = "https://shop.example/" + "x".repeat(2500 - "https://shop.example/".length());

        assertThat(Judged.accepted(CreateBodies.vending().returnUrl(longest))).isNotNull();
        assertThat(Judged.malformed(CreateBodies.vending().returnUrl(longest + "x")))
                .isEqualTo("returnUrl");
        assertThat(Judged.accepted(
                        CreateBodies.vending().returnUrl(longest + "x").body(), Judged.NORWEGIAN, OTHER))
                .isNotNull();
    }

    @Test
    void a_stack_on_a_laptop_may_come_back_to_its_own_machine() {
        var laptop = RulesSwitches.defaults().with("create.loopback-http-accepted", true);
        var own = CreateBodies.vending().returnUrl("http://127.0.0.1:7022/p/r/x");
        assertThat(Judged.code(own)).isEqualTo(4090);
        assertThat(Judged.accepted(own.body(), Judged.NORWEGIAN, laptop)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example/1", "HTTP://shop.example/1", "shop.example", "https:"})
    void urls_use_https_or_the_scheme_of_an_app(String url) {
        assertThat(Judged.code(CreateBodies.vending().returnUrl(url))).isEqualTo(4090);
        assertThat(Judged.code(CreateBodies.vending().receiptUrl(url))).isEqualTo(4090);
    }

    @Test
    void a_receipt_url_may_be_an_apps() {
        assertThat(Judged.accepted(CreateBodies.vending().receiptUrl("shopapp://receipt/1")))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void an_age_is_0_to_100(int age) {
        assertThat(Judged.malformed(CreateBodies.vending().minimumUserAge(age))).isEqualTo("minimumUserAge");
        assertThat(Judged.accepted(CreateBodies.vending().minimumUserAge(18)).minimumUserAge())
                .contains(18);
    }

    @Test
    void interaction_is_one_of_two_and_not_present_unless_said() {
        assertThat(Judged.malformed(CreateBodies.vending().interaction("PRESENT")))
                .isEqualTo("customerInteraction");
        assertThat(Judged.accepted(CreateBodies.vending().interaction(null)).interaction())
                .isEqualTo(CustomerInteraction.CUSTOMER_NOT_PRESENT);
    }

    @Test
    void five_metadata_entries_of_the_greatest_length_are_accepted_and_none_without_value() {
        Map<String, String> most = new HashMap<>();
        for (int i = 0; i < MetadataRule.MAX_ENTRIES; i++) {
            most.put(i + "k".repeat(MetadataRule.MAX_KEY - 1), "v".repeat(MetadataRule.MAX_VALUE));
        }
        Map<String, String> empty = new HashMap<>();
        empty.put("key", null);

        assertThat(Judged.accepted(CreateBodies.vending().metadata(most)).metadata())
                .isEqualTo(most);
        assertThat(Judged.malformed(CreateBodies.vending().metadata(empty))).isEqualTo("metadata");
    }

    @Test
    void legal_links_use_https_and_may_be_unknown_as_switched() {
        assertThat(Judged.accepted(CreateBodies.vending().legalLinks("https://shop.example/terms", null)))
                .isNotNull();
        assertThat(Judged.code(CreateBodies.vending().legalLinks(null, "http://shop.example/privacy")))
                .isEqualTo(4090);
        assertThat(Judged.malformed(
                        CreateBodies.vending()
                                .legalLinks("https://shop.example/terms", null)
                                .body(),
                        OTHER))
                .isEqualTo("merchantLegalLinks");
    }

    @Test
    void flight_data_is_checked_and_changes_nothing() {
        assertThat(Judged.accepted(CreateBodies.vending()
                        .airline(new CreateBody.AirlineData("123456", "074", "KL", "FLYER / MARY MS.", null))))
                .isNotNull();
        assertThat(Judged.malformed(CreateBodies.vending()
                        .airline(new CreateBody.AirlineData("1234567", "074", "KL", "FLYER / MARY MS.", null))))
                .isEqualTo("industryData.airlineData.agencyInvoiceNumber");
        assertThat(Judged.malformed(CreateBodies.vending()
                        .airline(new CreateBody.AirlineData("123456", null, "KL", "FLYER / MARY MS.", null))))
                .isEqualTo("industryData.airlineData.airlineCode");
        assertThat(Judged.malformed(CreateBodies.vending()
                        .airline(new CreateBody.AirlineData("123456", "074", "KL", "FLYER / MARY MS.", ""))))
                .isEqualTo("industryData.airlineData.ticketNumber");
    }

    @Test
    void an_expiry_lies_60_days_ahead_or_28_if_switched_outside_norway() {
        CreateBodies danish =
                CreateBodies.vending().flow("QR").amount(5000, "DKK").receipt(CreateBodies.fanta());

        assertThat(Judged.accepted(
                        danish.expiresAt("2027-01-20T11:00:00+01:00").body(), Judged.DANISH, Judged.SWITCHES))
                .isNotNull();
        assertThat(Judged.code(danish.expiresAt("2027-01-20T10:00:01Z").body(), Judged.DANISH))
                .isEqualTo(6110);
        assertThat(Judged.accepted(danish.expiresAt("2026-12-19T10:00:00Z").body(), Judged.DANISH, OTHER))
                .isNotNull();
        assertThat(Judged.code(danish.expiresAt("2026-12-19T10:00:01Z").body(), Judged.DANISH, OTHER))
                .isEqualTo(6110);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T12:00Z", "2026-11-21 12:00:00Z", "2026-11-21T12:00:00", "2026-13-21T12:00:00Z"})
    void an_expiry_is_an_rfc_3339_time(String text) {
        assertThat(Judged.malformed(CreateBodies.vending()
                        .flow("QR")
                        .receipt(CreateBodies.fanta())
                        .expiresAt(text)))
                .isEqualTo("expiresAt");
    }

    private static CreateBodies phone(String number) {
        return CreateBodies.vending().customer(new CreateBody.Customer(number, null, null));
    }

    private static CreateBodies personalQr(String content) {
        return CreateBodies.vending().customer(new CreateBody.Customer(null, content, null));
    }
}
