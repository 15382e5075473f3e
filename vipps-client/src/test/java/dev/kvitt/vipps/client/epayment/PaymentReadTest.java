package dev.kvitt.vipps.client.epayment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.IdempotencyKey;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.PspReference;
import dev.kvitt.vipps.client.testing.Outcomes;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import dev.kvitt.vipps.client.testing.VippsTest;
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
                "profile":{},"userDetails":{"firstName":"Kari"},"newField":[1],"redirectUrl":"https://landing.example/?token=t",
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
                        Optional.of(new RedirectUrl("https://landing.example/?token=t")))));
        assertThat(vipps.onlyCall().method()).isEqualTo("GET");
        assertThat(vipps.onlyCall().path()).isEqualTo("/epayment/v1/payments/vend-4711-20261121-1");
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
    void an_empty_event_log_is_an_answer() {
        vipps.answer(Reply.json(200, "[]"));

        assertThat(api.epayment().events(Samples.REFERENCE)).isEqualTo(new Outcome.Done<>(List.of()));
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
