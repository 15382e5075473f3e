package dev.kvitt.vipps.client.epayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.VippsClient;
import dev.kvitt.vipps.client.VippsEnvironment;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForceApprovalTest extends VippsTest {
    @Test
    void a_test_user_approves_by_number() {
        vipps.answer(Reply.json(200, ""));

        assertThat(approve(new Approver.TestUser(new Customer.PhoneNumber("4798765432"))))
                .isEqualTo(new Outcome.Done<>(new NoContent()));
        Received request = vipps.onlyCall();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/epayment/v1/test/payments/vend-4711-20261121-1/approve");
        assertThat(request.body()).isEqualTo("{\"customer\":{\"phoneNumber\":\"4798765432\"}}");
        assertThat(request.header("Idempotency-key")).isEmpty();
    }

    @Test
    void whoever_has_the_landing_page_approves_by_its_token() {
        vipps.answer(Reply.json(200, ""));
        RedirectUrl page = new RedirectUrl("https://landing.example/?v=2&token=abc%2B1#top");

        assertThat(approve(Approver.LandingPage.of(page).orElseThrow())).isInstanceOf(Outcome.Done.class);
        assertThat(vipps.onlyCall().body()).isEqualTo("{\"token\":\"abc+1\"}");
    }

    @Test
    void a_page_without_a_token_names_nobody() {
        assertThat(Approver.LandingPage.of(new RedirectUrl("https://landing.example/")))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Approver.LandingPage(" "));
        assertThat(new Approver.LandingPage("abc").toString()).doesNotContain("abc");
    }

    @Test
    void a_refused_approval_tells_its_code() {
        vipps.answer(Reply.code(400, 10010));

        assertThat(approve(new Approver.LandingPage("abc")))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(
                                refused.error().code().orElseThrow())
                        .hasToString("10010"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://api.vipps.no", "https://API.VIPPS.NO:443/", "https://api.vipps.no.", "https://vipps.no"
            })
    void in_production_nobody_can_approve_but_the_customer(String uri) {
        VippsEnvironment production = VippsEnvironment.of(URI.create(uri), Samples.SYSTEM);

        try (VippsClient real = new VippsClient(production, clock)) {
            assertThat(Samples.api(real).forceApproval()).isEmpty();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpForceApproval(production, null))
                .withMessageContaining("production");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://apitest.vipps.no", "http://127.0.0.1:8090", "https://notvipps.no"})
    void test_environments_and_sandboxes_can_be_approved_in(String uri) {
        assertThat(VippsEnvironment.of(URI.create(uri), Samples.SYSTEM).isProduction())
                .isFalse();
    }

    private Outcome<NoContent> approve(Approver approver) {
        return api.forceApproval().orElseThrow().approve(Samples.REFERENCE, approver);
    }
}
