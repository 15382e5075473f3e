package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import dev.kvitt.vipps.client.testing.VippsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestHeadersTest extends VippsTest {
    @BeforeEach
    void answerPayments() {
        vipps.answer(Reply.json(200, Samples.payment(3000, 0)));
    }

    @Test
    void a_token_is_asked_for_with_the_credentials_in_headers_and_no_body() {
        api.epayment().get(Samples.REFERENCE);

        Received request = vipps.tokenRequests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body()).isEmpty();
        assertThat(request.header("Content-length")).containsExactly("0");
        assertThat(request.header("Client_id")).containsExactly("the-client-id");
        assertThat(request.header("Client_secret")).containsExactly("the-client-secret");
        assertThat(request.header("Authorization")).isEmpty();
        assertCommonHeaders(request);
    }

    @Test
    void a_write_carries_token_key_and_content_type() {
        api.epayment().capture(Samples.REFERENCE, Samples.nok(3000), Samples.KEY);

        Received request = vipps.onlyCall();
        assertThat(request.header("Authorization")).containsExactly("Bearer token-1");
        assertThat(request.header("Idempotency-key")).containsExactly(Samples.KEY.value());
        assertThat(request.header("Content-type")).containsExactly("application/json");
        assertThat(request.header("Client_secret")).isEmpty();
        assertCommonHeaders(request);
    }

    @Test
    void a_read_carries_no_key_and_no_content_type() {
        api.epayment().get(Samples.REFERENCE);

        Received request = vipps.onlyCall();
        assertThat(request.header("Idempotency-key")).isEmpty();
        assertThat(request.header("Content-type")).isEmpty();
        assertThat(request.body()).isEmpty();
        assertCommonHeaders(request);
    }

    private static void assertCommonHeaders(Received request) {
        assertThat(request.header("Ocp-apim-subscription-key")).containsExactly("the-subscription-key");
        assertThat(request.header("Merchant-serial-number")).containsExactly("123456");
        assertThat(request.header("Vipps-system-name")).containsExactly("kvitt");
        assertThat(request.header("Vipps-system-version")).containsExactly("0.1.0");
        assertThat(request.header("Vipps-system-plugin-name")).containsExactly("kvitt-vipps-client");
        assertThat(request.header("Vipps-system-plugin-version")).containsExactly("0.1.1");
        assertThat(request.header("Accept")).containsExactly("application/json, application/problem+json");
        assertThat(request.header("Upgrade")).isEmpty();
    }
}
