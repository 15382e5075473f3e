package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kvitt.vipps.client.testing.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @Test
    void an_amount_keeps_to_the_schema_of_vipps() {
        assertThat(new Amount(Currency.NOK, 0).value()).isZero();
        assertThat(new Amount(Currency.EUR, Amount.MAX_VALUE).value()).isEqualTo(65_000_000);
        assertThatIllegalArgumentException().isThrownBy(() -> new Amount(Currency.NOK, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Amount(Currency.NOK, Amount.MAX_VALUE + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short-1", "with_underscore", "with space", "ææææææææ", "12345678\n"})
    void a_reference_of_another_form_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Reference(text));
    }

    @Test
    void a_reference_has_8_to_64_characters() {
        assertThat(new Reference("a".repeat(8)).value()).hasSize(8);
        assertThat(new Reference("a".repeat(64)).value()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new Reference("a".repeat(65)));
    }

    @Test
    void an_idempotency_key_is_visible_ascii_of_50_characters_at_most() {
        assertThat(new IdempotencyKey("k".repeat(IdempotencyKey.MAX_LENGTH)).value())
                .hasSize(50);
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey("k".repeat(51)));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey("a key"));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey("nøkkel"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "12345678", "12a456", ""})
    void a_merchant_serial_number_is_4_to_7_digits(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MerchantSerialNumber(text));
    }

    @Test
    void pasted_credentials_lose_the_invisible_characters_around_them() {
        SalesUnitKeys keys =
                new SalesUnitKeys(Samples.keys().msn(), " \u2028id\u00a0", "\ufeffsecret\u200b", List.of("\tkey\r\n"));

        assertThat(keys.clientId()).isEqualTo("id");
        assertThat(keys.clientSecret()).isEqualTo("secret");
        assertThat(keys.subscriptionKeys()).containsExactly("key");
    }

    @Test
    void a_credential_no_header_can_carry_is_refused_without_showing_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalesUnitKeys(Samples.keys().msn(), "id", "hush\u2028hush", List.of("key")))
                .withMessageContaining("client secret")
                .withMessageContaining("U+2028 at position 5")
                .withMessageNotContaining("hush");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalesUnitKeys(Samples.keys().msn(), "\u2028", "secret", List.of("key")))
                .withMessage("client id is empty");
    }

    @Test
    void a_sales_unit_has_one_or_two_subscription_keys() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalesUnitKeys(Samples.keys().msn(), "id", "secret", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalesUnitKeys(Samples.keys().msn(), "id", "secret", List.of("a", "b", "c")));
    }

    @Test
    void a_system_name_has_30_characters_at_most() {
        assertThat(new SystemName("n".repeat(SystemName.MAX_LENGTH), "1", "p", "1").name())
                .hasSize(30);
        assertThatIllegalArgumentException().isThrownBy(() -> new SystemName("n", "1", "p".repeat(31), "1"));
    }

    @Test
    void an_environment_has_the_timeouts_of_its_defaults() {
        VippsEnvironment environment = VippsEnvironment.of(URI.create("https://api.vipps.no/"), Samples.SYSTEM);

        assertThat(environment.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(environment.requestTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(environment.baseUri()).isEqualTo(URI.create("https://api.vipps.no"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api.vipps.no", "ftp://api.vipps.no", "https://u:p@api.vipps.no", "https://api.vipps.no?a=b"})
    void a_base_uri_of_another_form_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> VippsEnvironment.of(URI.create(text), Samples.SYSTEM));
    }

    @Test
    void connecting_takes_less_time_than_the_whole_call() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new VippsEnvironment(URI.create("https://api.vipps.no"), second, second, Samples.SYSTEM));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VippsEnvironment(
                        URI.create("https://api.vipps.no"), Duration.ZERO, second, Samples.SYSTEM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8090", "http://127.0.0.1", "http://127.9.9.9:1", "http://[::1]:8090"})
    void plain_http_is_for_this_machine(String text) {
        assertThat(VippsEnvironment.of(URI.create(text), Samples.SYSTEM).plainHttp())
                .isEqualTo(PlainHttp.LOOPBACK_ONLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.vipps.no",
                "http://sandbox:8090",
                "http://10.0.0.1",
                "http://localhost.example",
                "http://127.0.0.1.example",
                "http://[2001:db8::1]"
            })
    void plain_http_to_another_machine_must_be_allowed_in_so_many_words(String text) {
        URI uri = URI.create(text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VippsEnvironment.of(uri, Samples.SYSTEM))
                .withMessageContaining(uri.getHost())
                .withMessageContaining("Use https");

        VippsEnvironment allowed = new VippsEnvironment(
                uri,
                PlainHttp.ANYWHERE,
                VippsEnvironment.DEFAULT_CONNECT_TIMEOUT,
                VippsEnvironment.DEFAULT_REQUEST_TIMEOUT,
                VippsEnvironment.DEFAULT_TOKEN_PAUSE,
                CircuitLimits.DEFAULT,
                Samples.SYSTEM);
        assertThat(allowed.baseUri()).isEqualTo(uri);
    }

    @Test
    void limits_of_a_circuit_breaker_have_their_range() {
        Duration second = Duration.ofSeconds(1);
        assertThat(new CircuitLimits(1, 1, 1, second, second, 1).window()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CircuitLimits(CircuitLimits.MAX_WINDOW + 1, 1, 50, second, second, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CircuitLimits(4, 5, 50, second, second, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CircuitLimits(4, 4, 0, second, second, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CircuitLimits(4, 4, 101, second, second, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CircuitLimits(4, 4, 50, Duration.ZERO, second, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CircuitLimits(4, 4, 50, second, Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CircuitLimits(4, 4, 50, second, second, 5));
    }
}
