package dev.kvitt.vipps.client.epayment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.testing.Outcomes;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The vending machine's payment, with the requests exactly as Vipps must get them: no field missing, none too many. */
class VendingTest extends VippsTest {
    @Test
    void the_dearest_product_is_reserved_for_who_checked_in() {
        vipps.answer(Reply.json(
                201,
                "{\"reference\":\"%s\",\"redirectUrl\":\"https://landing.example/?token=t\"}"
                        .formatted(Samples.REFERENCE)));

        Outcome<CreatedPayment> outcome = api.epayment().create(reservation(), Samples.KEY);

        assertThat(outcome)
                .isEqualTo(new Outcome.Done<>(new CreatedPayment(
                        Samples.REFERENCE, Optional.of(new RedirectUrl("https://landing.example/?token=t")))));
        assertRequest(
                "POST",
                "/epayment/v1/payments",
                """
                {"amount":{"value":5000,"currency":"NOK"},"paymentMethod":{"type":"WALLET"},
                 "customer":{"customerToken":"wbA8ceVRKko+YiQ="},"customerInteraction":"CUSTOMER_PRESENT",
                 "reference":"vend-4711-20261121-1","userFlow":"WEB_REDIRECT","returnUrl":"https://kvitt.example/return",
                 "paymentDescription":"Vending machine purchase",
                 "metadata":{"installation":"i-1","operation":"create-1","sale":"vend-4711-20261121"}}""");
    }

    @Test
    void what_dropped_is_captured() {
        vipps.answer(Reply.json(200, Samples.payment(3000, 0)));

        api.epayment().capture(Samples.REFERENCE, Samples.nok(3000), Samples.KEY);

        assertRequest(
                "POST",
                "/epayment/v1/payments/vend-4711-20261121-1/capture",
                "{\"modificationAmount\":{\"value\":3000,\"currency\":\"NOK\"}}");
    }

    @Test
    void the_rest_is_released_and_the_answer_says_how_much() {
        vipps.answer(Reply.json(200, Samples.payment(3000, 2000)));

        Outcome<PaymentAnswer> outcome = api.epayment().cancel(Samples.REFERENCE, false, Samples.KEY);

        assertThat(Outcomes.done(outcome).aggregate())
                .isEqualTo(new Aggregate(Samples.nok(5000), Samples.nok(2000), Samples.nok(3000), Samples.nok(0)));
        assertRequest("POST", "/epayment/v1/payments/vend-4711-20261121-1/cancel", "{\"cancelTransactionOnly\":false}");
    }

    @Test
    void a_payment_nobody_approved_yet_is_cancelled_on_its_own() {
        vipps.answer(Reply.json(200, Samples.payment(0, 0)));

        api.epayment().cancel(Samples.REFERENCE, true, Samples.KEY);

        assertThat(vipps.onlyCall().json()).isEqualTo(Received.parse("{\"cancelTransactionOnly\":true}"));
    }

    @Test
    void a_refund_names_its_amount() {
        vipps.answer(Reply.json(200, Samples.payment(3000, 0)));

        api.epayment().refund(Samples.REFERENCE, Samples.nok(1), Samples.KEY);

        assertRequest(
                "POST",
                "/epayment/v1/payments/vend-4711-20261121-1/refund",
                "{\"modificationAmount\":{\"value\":1,\"currency\":\"NOK\"}}");
    }

    @Test
    void a_repeat_is_the_same_byte_by_byte() {
        vipps.answer(Reply.json(500, ""));

        api.epayment().create(reservation(), Samples.KEY);
        api.epayment().create(reservation(), Samples.KEY);

        assertThat(vipps.calls())
                .extracting(Received::body)
                .hasSize(2)
                .containsOnly(vipps.calls().getFirst().body());
        assertThat(vipps.calls().getFirst().body())
                .contains("{\"installation\":\"i-1\",\"operation\":\"create-1\",\"sale\":\"vend-4711-20261121\"}");
    }

    @Test
    void a_created_payment_with_another_reference_is_not_taken_for_ours() {
        vipps.answer(Reply.json(201, "{\"reference\":\"vend-4711-20261121-2\"}"));

        assertThat(api.epayment().create(reservation(), Samples.KEY)).isInstanceOf(Outcome.Unknown.class);
    }

    private static CreatePayment reservation() {
        return CreatePayment.of(
                        Samples.REFERENCE,
                        Samples.nok(5000),
                        new Flow.WebRedirect(
                                new ReturnUrl("https://kvitt.example/return"),
                                Optional.of(new Customer.CustomerToken("wbA8ceVRKko+YiQ="))),
                        new PaymentDescription("Vending machine purchase"),
                        CustomerInteraction.CUSTOMER_PRESENT)
                .with(Metadata.of(
                        Map.of("sale", "vend-4711-20261121", "operation", "create-1", "installation", "i-1")));
    }

    private void assertRequest(String method, String path, String body) {
        Received request = vipps.onlyCall();
        assertThat(request.method()).isEqualTo(method);
        assertThat(request.path()).isEqualTo(path);
        assertThat(request.json()).isEqualTo(Received.parse(body));
    }
}
