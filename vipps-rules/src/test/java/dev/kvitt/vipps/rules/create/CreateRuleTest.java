package dev.kvitt.vipps.rules.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.rules.Agreement;
import dev.kvitt.vipps.rules.Currency;
import dev.kvitt.vipps.rules.Market;
import dev.kvitt.vipps.rules.Money;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.SalesUnit;
import dev.kvitt.vipps.rules.TimeLimits;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateRuleTest {

    private static final SalesUnit NOTHING_AGREED =
            new SalesUnit(new Msn("123456"), Market.NO, Set.of(Agreement.BANK_ACCOUNT));

    @Test
    void a_vending_request_is_accepted_with_ten_minutes_to_approve() {
        CreateOrder order = Judged.accepted(CreateBodies.vending().body());

        assertThat(order.amount()).isEqualTo(new Money(5000, Currency.NOK));
        assertThat(order.customer()).isInstanceOf(CustomerReference.ByToken.class);
        assertThat(order.interaction()).isEqualTo(CustomerInteraction.CUSTOMER_PRESENT);
        assertThat(order.approvalDeadline()).isEqualTo(Judged.NOW.plus(TimeLimits.APPROVAL));
    }

    @ParameterizedTest
    @CsvSource({"-1,4040", "65000001,4040", "99,6010", "0,6010"})
    void amounts_outside_the_limits_are_refused(long value, int code) {
        assertThat(Judged.code(CreateBodies.vending().amount(value, "NOK").body()))
                .isEqualTo(code);
    }

    @Test
    void the_smallest_and_largest_amounts_are_accepted() {
        assertThat(Judged.accepted(CreateBodies.vending().amount(100, "NOK").body()))
                .isNotNull();
        assertThat(Judged.accepted(
                        CreateBodies.vending().amount(AmountRule.MAXIMUM, "NOK").body()))
                .isNotNull();
    }

    @Test
    void a_unit_is_paid_in_its_markets_currency() {
        assertThat(Judged.code(CreateBodies.vending().amount(5000, "EUR").body()))
                .isEqualTo(5040);
    }

    @Test
    void each_flow_names_what_it_lacks() {
        assertThat(Judged.code(CreateBodies.vending().returnUrl(null).body())).isEqualTo(4140);
        assertThat(Judged.code(CreateBodies.vending()
                        .flow("PUSH_MESSAGE")
                        .customer(null)
                        .body()))
                .isEqualTo(4140);
        assertThat(Judged.code(CreateBodies.vending().flow("PUSH_MESSAGE").body(), NOTHING_AGREED))
                .isEqualTo(5080);
    }

    @Test
    void plain_http_is_no_return_url_but_an_app_scheme_is() {
        assertThat(Judged.code(CreateBodies.vending()
                        .returnUrl("http://shop.example/r")
                        .body()))
                .isEqualTo(4090);
        assertThat(Judged.code(CreateBodies.vending().returnUrl("nonsense").body()))
                .isEqualTo(4090);
        assertThat(Judged.accepted(
                        CreateBodies.vending().returnUrl("shopapp://done").body()))
                .isNotNull();
    }

    @Test
    void exactly_one_customer_is_named() {
        CreateBody.Customer two = new CreateBody.Customer("4712345678", null, "dG9rZW4=");
        CreateBody.Customer none = new CreateBody.Customer(null, null, null);

        assertThat(Judged.malformed(CreateBodies.vending().customer(two).body()))
                .isEqualTo("customer");
        assertThat(Judged.malformed(CreateBodies.vending().customer(none).body()))
                .isEqualTo("customer");
        assertThat(Judged.code(CreateBodies.vending()
                        .customer(new CreateBody.Customer("+4712345678", null, null))
                        .body()))
                .isEqualTo(4070);
        assertThat(Judged.code(CreateBodies.vending()
                        .customer(new CreateBody.Customer(null, "abcd", null))
                        .body()))
                .isEqualTo(4060);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space 1", "2486791679658155992_"})
    void a_bad_reference_is_malformed_without_a_code(String reference) {
        assertThat(Judged.malformed(CreateBodies.vending().reference(reference).body()))
                .isEqualTo("reference");
    }

    @Test
    void a_lower_case_wallet_and_unknown_flows_are_malformed() {
        assertThat(Judged.malformed(CreateBodies.vending().method("wallet").body()))
                .isEqualTo("paymentMethod.type");
        assertThat(Judged.malformed(CreateBodies.vending().flow("web_redirect").body()))
                .isEqualTo("userFlow");
    }

    @Test
    void a_description_has_3_to_100_characters() {
        assertThat(Judged.malformed(CreateBodies.vending().description("ab").body()))
                .isEqualTo("paymentDescription");
        assertThat(Judged.malformed(
                        CreateBodies.vending().description("x".repeat(101)).body()))
                .isEqualTo("paymentDescription");
        assertThat(Judged.accepted(
                        CreateBodies.vending().description("x".repeat(100)).body()))
                .isNotNull();
    }

    @Test
    void metadata_is_limited_in_number_and_length() {
        Map<String, String> six = new HashMap<>();
        for (int i = 0; i <= MetadataRule.MAX_ENTRIES; i++) {
            six.put("key" + i, "value");
        }
        assertThat(Judged.code(CreateBodies.vending().metadata(six).body())).isEqualTo(4100);
        assertThat(Judged.code(CreateBodies.vending()
                        .metadata(Map.of("k".repeat(MetadataRule.MAX_KEY + 1), "v"))
                        .body()))
                .isEqualTo(4120);
        assertThat(Judged.code(CreateBodies.vending()
                        .metadata(Map.of("k", "v".repeat(MetadataRule.MAX_VALUE + 1)))
                        .body()))
                .isEqualTo(4130);
    }

    @Test
    void metadata_keeps_the_order_in_which_it_was_sent() {
        Map<String, String> sent = new LinkedHashMap<>();
        List<String> names = List.of("sale", "machine", "tray", "basket", "aisle");
        names.forEach(name -> sent.put(name, "value"));
        assertThat(Judged.accepted(CreateBodies.vending().metadata(sent).body())
                        .metadata()
                        .keySet())
                .containsExactlyElementsOf(names);
    }

    @Test
    void a_longer_life_needs_agreement_receipt_and_a_time_in_range() {
        CreateBodies push = CreateBodies.vending().flow("PUSH_MESSAGE").expiresAt("2026-11-21T12:00:00Z");

        assertThat(Judged.code(push.body(), Judged.NORWEGIAN.without(Agreement.LONG_LIVING)))
                .isEqualTo(5050);
        assertThat(Judged.code(push.body())).isEqualTo(6130);
        CreateBodies withReceipt = push.receipt(CreateBodies.fanta());
        assertThat(Judged.accepted(withReceipt.body()).approvalDeadline())
                .isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
        assertThat(Judged.code(withReceipt.expiresAt("2026-11-21T10:10:00Z").body()))
                .isEqualTo(6120);
        assertThat(Judged.code(withReceipt.expiresAt("2026-11-22T10:00:01Z").body()))
                .isEqualTo(6110);
        assertThat(Judged.malformed(withReceipt.expiresAt("tomorrow").body())).isEqualTo("expiresAt");
    }
}
