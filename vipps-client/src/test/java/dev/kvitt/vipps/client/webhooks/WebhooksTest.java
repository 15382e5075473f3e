package dev.kvitt.vipps.client.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhooksTest extends VippsTest {
    private static final WebhookUrl URL = new WebhookUrl("https://kvitt.example/webhooks/123456/payments");

    @Test
    void a_registration_answers_with_its_secret() {
        vipps.answer(Reply.json(201, "{\"id\":\"497f6eca-6276-4993-bfeb-53cbbbba6f08\",\"secret\":\"a-secret\"}"));

        assertThat(api.webhooks()
                        .register(URL, Set.of(WebhookEventType.PAYMENT_CAPTURED, WebhookEventType.PAYMENT_AUTHORIZED)))
                .isEqualTo(new Outcome.Done<>(
                        new NewRegistration(new RegistrationId("497f6eca-6276-4993-bfeb-53cbbbba6f08"), "a-secret")));
        assertThat(vipps.onlyCall().method()).isEqualTo("POST");
        assertThat(vipps.onlyCall().path()).isEqualTo("/webhooks/v1/webhooks");
        assertThat(vipps.onlyCall().json())
                .isEqualTo(
                        Received.parse(
                                """
                                {"url":"https://kvitt.example/webhooks/123456/payments",
                                 "events":["epayments.payment.authorized.v1","epayments.payment.captured.v1"]}"""));
    }

    @Test
    void a_registration_without_a_secret_is_unknown() {
        vipps.answer(Reply.json(201, "{\"id\":\"497f6eca-6276-4993-bfeb-53cbbbba6f08\"}"));

        assertThat(api.webhooks().register(URL, Set.of(WebhookEventType.USER_CHECKED_IN)))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void all_registrations_are_listed_whatever_they_are_told() {
        vipps.answer(
                Reply.json(
                        200,
                        "{\"webhooks\":[{\"id\":\"1\",\"url\":\"https://other.example\",\"events\":[\"user.checked-in.v1\",\"donations.v9\"]}]}"));

        assertThat(api.webhooks().list())
                .isEqualTo(new Outcome.Done<>(List.of(new Registration(
                        new RegistrationId("1"),
                        "https://other.example",
                        Set.of(WebhookEventType.USER_CHECKED_IN, new WebhookEventType("donations.v9"))))));
        assertThat(vipps.onlyCall().method()).isEqualTo("GET");
    }

    @Test
    void an_odd_registration_does_not_hide_the_others() {
        vipps.answer(
                Reply.json(
                        200,
                        """
                        {"webhooks":[{"id":"1","url":"https://other.example","events":null,"new":{}},
                         {"id":"2","url":"https://other.example","events":["",7,"user.checked-in.v1"]}],"new":1}"""));

        assertThat(api.webhooks().list())
                .isEqualTo(new Outcome.Done<>(List.of(
                        new Registration(new RegistrationId("1"), "https://other.example", Set.of()),
                        new Registration(
                                new RegistrationId("2"),
                                "https://other.example",
                                Set.of(WebhookEventType.USER_CHECKED_IN)))));
    }

    @Test
    void a_registration_is_deleted() {
        vipps.answer(Reply.json(204, ""));

        assertThat(api.webhooks().delete(new RegistrationId("497f6eca-6276-4993-bfeb-53cbbbba6f08")))
                .isEqualTo(new Outcome.Done<>(new NoContent()));
        assertThat(vipps.onlyCall().method()).isEqualTo("DELETE");
        assertThat(vipps.onlyCall().path()).isEqualTo("/webhooks/v1/webhooks/497f6eca-6276-4993-bfeb-53cbbbba6f08");
    }

    @Test
    void what_cannot_be_a_registration_is_not_sent() {
        assertThatIllegalArgumentException().isThrownBy(() -> api.webhooks().register(URL, Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookUrl("/webhooks"));
        assertThatIllegalArgumentException().isThrownBy(() -> new RegistrationId(".."));
        assertThat(vipps.calls()).isEmpty();
    }
}
