package dev.kvitt.vipps.client.epayment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.IdempotencyKey;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.PspReference;
import dev.kvitt.vipps.client.testing.Outcomes;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import dev.kvitt.vipps.client.testing.VippsTest;
import dev.kvitt.vipps.client.userinfo.Sub;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentReadTest extends VippsTest {
    @Test
    void a_payment_is_read_with_all_it_may_have() {
        String more =
                """
                "profile":{},"newField":[1],"redirectUrl":"https://landing.example/?token=t",
                "metadata":{"sale":"s-1"},"captureGuaranteedUntil":"2026-09-01T07:53:44.812+00:00\"""";
        vipps.answer(Reply.json(200, Samples.payment(3000, 2000).replace("\"profile\":{}", more)));

        assertThat(api.epayment().get(Samples.REFERENCE))
                .isEqualTo(new Outcome.Done<>(new PaymentAnswer(
                        Samples.REFERENCE,
                        new PspReference("37c34d8c-2649-448e-864b-060d5d93e4c4"),
                        PaymentState.AUTHORIZED,
                        Samples.nok(5000),
                        new Aggregate(Samples.nok(5000), Samples.nok(2000), Samples.nok(3000), Samples.nok(0)),
                        Map.of("sale", "s-1"),
                        Optional.of(Instant.parse("2026-09-01T07:53:44.812Z")),
                        Optional.of(new RedirectUrl("https://landing.example/?token=t")),
                        Optional.of(new UsedPaymentMethod(PaymentMethodType.WALLET, Optional.empty())),
                        SharedProfile.NONE)));
        assertThat(vipps.onlyCall().method()).isEqualTo("GET");
        assertThat(vipps.onlyCall().path()).isEqualTo("/epayment/v1/payments/vend-4711-20261121-1");
    }

    @Test
    void what_the_customer_shared_is_read_and_hidden() {
        answerWith(
                """
                "profile":{"sub":"c06c4afe"},"userDetails":{"firstName":"Kari","lastName":"Nordmann","email":"k@example.com",
                 "mobileNumber":"4798765432","dateOfBirth":"1990-01-02","addresses":[
                  {"addressLine1":"Gata 1","postCode":"0154","city":"Oslo","country":"NO"},
                  {"lines":["Vei 2","H0101"],"postalCode":"5003","region":"Bergen"}]},
                "shippingDetails":{"shippingCost":9900,"address":{}}""");

        PaymentAnswer answer = Outcomes.done(api.epayment().get(Samples.REFERENCE));

        assertThat(answer.profile())
                .isEqualTo(new SharedProfile(
                        Optional.of(new Sub("c06c4afe")),
                        Optional.of(new UserDetails(
                                Optional.of("Kari"),
                                Optional.of("Nordmann"),
                                Optional.of("k@example.com"),
                                Optional.of("4798765432"),
                                Optional.of("1990-01-02"),
                                List.of(
                                        new UserAddress(
                                                List.of("Gata 1"),
                                                Optional.of("0154"),
                                                Optional.of("Oslo"),
                                                Optional.of("NO")),
                                        new UserAddress(
                                                List.of("Vei 2", "H0101"),
                                                Optional.of("5003"),
                                                Optional.of("Bergen"),
                                                Optional.empty()))))));
        assertThat(answer.toString() + answer.profile())
                .doesNotContain("c06c4afe", "Kari", "Nordmann", "k@example", "98765432", "Gata", "Bergen");
        assertThat(answer.profile().userDetails().orElseThrow().addresses().getFirst())
                .hasToString("UserAddress[hidden]");
    }

    @Test
    void a_sub_beside_the_profile_is_read_too() {
        answerWith("\"profile\":{},\"sub\":\"c06c4afe\"");

        assertThat(Outcomes.done(api.epayment().get(Samples.REFERENCE))
                        .profile()
                        .sub())
                .contains(new Sub("c06c4afe"));
    }

    @Test
    void what_no_money_depends_on_may_have_any_form() {
        answerWith(
                """
                "profile":[],"sub":" ","userDetails":{"firstName":{},"mobileNumber":4798765432,"addresses":{"a":1}},
                "metadata":["x"],"redirectUrl":{},"captureGuaranteedUntil":"soon","shippingDetails":7""");

        PaymentAnswer answer = Outcomes.done(api.epayment().get(Samples.REFERENCE));

        assertThat(answer.aggregate().captured()).isEqualTo(Samples.nok(3000));
        assertThat(answer.captureGuaranteedUntil()).isEmpty();
        assertThat(answer.profile().userDetails().orElseThrow().mobileNumber()).contains("4798765432");
    }

    @Test
    void a_payment_by_card_tells_the_bank_but_not_in_logs() {
        vipps.answer(Reply.json(
                200,
                Samples.payment(0, 0).replace("{\"type\":\"WALLET\"}", "{\"type\":\"CARD\",\"cardBin\":\"540185\"}")));

        UsedPaymentMethod method = Outcomes.done(api.epayment().get(Samples.REFERENCE))
                .paymentMethod()
                .orElseThrow();

        assertThat(method).isEqualTo(new UsedPaymentMethod(PaymentMethodType.CARD, Optional.of("540185")));
        assertThat(method.toString()).doesNotContain("540185");
    }

    @Test
    void a_payment_method_of_the_future_does_not_hide_the_money() {
        vipps.answer(Reply.json(200, Samples.payment(3000, 0).replace("WALLET", "BARTER")));

        assertThat(Outcomes.done(api.epayment().get(Samples.REFERENCE)).paymentMethod())
                .contains(new UsedPaymentMethod(PaymentMethodType.UNKNOWN, Optional.empty()));
    }

    @Test
    void a_state_of_the_future_does_not_hide_the_money() {
        vipps.answer(Reply.json(200, Samples.payment(3000, 0).replace("AUTHORIZED", "FROZEN")));

        PaymentAnswer answer = Outcomes.done(api.epayment().get(Samples.REFERENCE));

        assertThat(answer.state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(answer.aggregate().captured()).isEqualTo(Samples.nok(3000));
    }

    @Test
    void an_unknown_reference_is_not_found() {
        vipps.answer(Reply.code(404, 5090));

        assertThat(api.epayment().get(Samples.REFERENCE))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.error().isNotFound()).isTrue());
    }

    @Test
    void the_event_log_tells_each_event_with_its_key() {
        vipps.answer(Reply.json(
                200,
                "[" + event("CREATED", "\"idempotencyKey\":\"key-1\",") + ","
                        + event("CANCELLED", "\"idempotencyKey\":null,") + "," + event("THAWED", "\"more\":{},")
                        + "]"));

        assertThat(api.epayment().events(Samples.REFERENCE))
                .isEqualTo(new Outcome.Done<>(List.of(
                        event(PaymentEventName.CREATED, Optional.of(new IdempotencyKey("key-1"))),
                        event(PaymentEventName.CANCELLED, Optional.empty()),
                        event(PaymentEventName.UNKNOWN, Optional.empty()))));
        assertThat(vipps.onlyCall().path()).isEqualTo("/epayment/v1/payments/vend-4711-20261121-1/events");
    }

    @Test
    void a_key_no_client_of_ours_can_have_sent_counts_as_none() {
        vipps.answer(Reply.json(200, "[" + event("CREATED", "\"idempotencyKey\":\"a key\",") + "]"));

        assertThat(api.epayment().events(Samples.REFERENCE))
                .isEqualTo(new Outcome.Done<>(List.of(event(PaymentEventName.CREATED, Optional.empty()))));
    }

    @Test
    void an_event_log_with_one_unreadable_event_is_unknown_as_a_whole() {
        vipps.answer(Reply.json(200, "[" + event("CREATED", "") + ",{\"name\":\"CAPTURED\"}]"));

        assertThat(api.epayment().events(Samples.REFERENCE)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void an_event_that_vipps_has_added_in_another_shape_does_not_hide_the_others() {
        vipps.answer(
                Reply.json(200, "[" + event("CREATED", "") + ",{\"name\":\"DISPUTED\",\"amount\":\"all of it\"}]"));

        assertThat(api.epayment().events(Samples.REFERENCE))
                .isEqualTo(new Outcome.Done<>(List.of(event(PaymentEventName.CREATED, Optional.empty()))));
    }

    @Test
    void an_empty_event_log_is_an_answer() {
        vipps.answer(Reply.json(200, "[]"));

        assertThat(api.epayment().events(Samples.REFERENCE)).isEqualTo(new Outcome.Done<>(List.of()));
    }

    private void answerWith(String insteadOfProfile) {
        vipps.answer(Reply.json(200, Samples.payment(3000, 0).replace("\"profile\":{}", insteadOfProfile)));
    }

    private static String event(String name, String more) {
        return """
                {"reference":"%s","pspReference":"12345","name":"%s",%s"amount":{"currency":"NOK","value":5000},
                 "timestamp":"2026-11-21T09:59:58.1234567Z","success":true}"""
                .formatted(Samples.REFERENCE, name, more);
    }

    private static PaymentEvent event(PaymentEventName name, Optional<IdempotencyKey> key) {
        return new PaymentEvent(
                name,
                Samples.nok(5000),
                Instant.parse("2026-11-21T09:59:58.1234567Z"),
                new PspReference("12345"),
                key,
                true);
    }
}
