package dev.kvitt.vipps.rules.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.rules.EventName;
import dev.kvitt.vipps.rules.FieldProblem;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationRuleTest {

    private static final List<String> AUTHORIZED = List.of("epayments.payment.authorized.v1");

    @Test
    void https_on_a_common_port_is_fine() {
        assertThat(List.of("https://shop.example/h", "https://shop.example:8080/h", "https://shop.example:443"))
                .allSatisfy(url -> assertThat(problems(url, false)).isEmpty());
    }

    @Test
    void http_and_odd_ports_are_refused() {
        assertThat(problems("http://shop.example/h", false)).isNotEmpty();
        assertThat(problems("http://127.0.0.1:8081/h", false)).isNotEmpty();
        assertThat(problems("https://shop.example:9999/h", false)).isNotEmpty();
        assertThat(problems("/h", false)).isNotEmpty();
        assertThat(problems("https://user@shop.example/h", false)).isNotEmpty();
        assertThat(problems(null, false)).isNotEmpty();
    }

    @Test
    void the_loopback_switch_opens_this_machine_and_nothing_else() {
        assertThat(List.of("http://127.0.0.1:8081/h", "http://localhost:1/h", "http://[::1]:8081/h"))
                .allSatisfy(url -> assertThat(problems(url, true)).isEmpty());
        assertThat(List.of("http://host.docker.internal:8081/h", "http://host.containers.internal:8081/h"))
                .as("this machine, seen from a container on it")
                .allSatisfy(url -> assertThat(problems(url, true)).isEmpty());
        assertThat(List.of(
                        "http://shop.example/h",
                        "http://127.0.0.1.example:80/h",
                        "http://10.0.0.1/h",
                        "http://host.docker.internal.example/h",
                        "http://hostxdocker.internal/h"))
                .allSatisfy(url -> assertThat(problems(url, true)).isNotEmpty());
    }

    @Test
    void unknown_events_are_named() {
        assertThat(RegistrationRule.problems(
                        "https://shop.example/h", List.of("epayment.payment.paid.v1", "user.checked-in.v1"), false))
                .containsExactly(new FieldProblem("events", "Unsupported values: epayment.payment.paid.v1"));
        assertThat(RegistrationRule.problems("https://shop.example/h", List.of(), false))
                .extracting(FieldProblem::name)
                .containsExactly("events");
    }

    @Test
    void every_payment_event_has_a_type_of_its_own() {
        assertThat(Arrays.stream(EventName.values()).map(WebhookEventType::of)).doesNotHaveDuplicates();
        assertThat(WebhookEventType.of(EventName.CAPTURED).typeName()).isEqualTo("epayments.payment.captured.v1");
        assertThat(WebhookEventType.PAYMENT_CREATED.maxRegistrations()).isEqualTo(25);
        assertThat(WebhookEventType.USER_CHECKED_IN.maxRegistrations()).isEqualTo(1);
    }

    private static List<FieldProblem> problems(String url, boolean allowLoopbackHttp) {
        return RegistrationRule.problems(url, AUTHORIZED, allowLoopbackHttp);
    }
}
