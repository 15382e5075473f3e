package dev.kvitt.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.VippsWebhooks;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What Vipps has of each sales unit, and what is said when it does not answer. */
@OperationsTest
class RegistrationsPageTest {

    private static final String PAGE = "/console/registrations";

    @ConfigProperty(name = "kvitt.vipps.base-url")
    URI vipps;

    @Test
    void a_unit_that_vipps_tells_everything_of_can_sell() {
        try (var answering = new VippsWebhooks(vipps)) {
            answering.registeredForAll();
            var page = Browser.loggedIn("viewer").get(PAGE);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.asString())
                    .contains("123456 Brus automater", "can sell", "https://hooks.example/vipps/123456")
                    .contains("epayments.payment.captured.v1", "<dd class=\"good\">ok</dd>")
                    .contains("<dt>Currency</dt>")
                    .doesNotContain("did not answer", " style=", "<style");
        }
    }

    @Test
    void a_unit_of_which_nobody_hears_cannot_sell() {
        try (var answering = new VippsWebhooks(vipps)) {
            answering.registered("created");
            assertThat(Browser.loggedIn("viewer").get(PAGE + "?msn=123456").asString())
                    .contains("cannot sell", "<dd class=\"bad\">nobody is told of epayments.payment.aborted.v1");
        }
    }

    @Test
    void a_vipps_that_does_not_answer_is_said() {
        assertThat(Browser.loggedIn("viewer").get(PAGE).asString())
                .contains("Vipps MobilePay did not answer for 123456: what stands there is not known.")
                .contains(">not known</span>")
                .doesNotContain("cannot sell", "None is registered");
    }

    @Test
    void a_unit_that_the_registry_does_not_have_is_said() {
        assertThat(Browser.loggedIn("viewer").get(PAGE + "?msn=999999").asString())
                .contains("The registry has no such sales unit.");
    }
}
