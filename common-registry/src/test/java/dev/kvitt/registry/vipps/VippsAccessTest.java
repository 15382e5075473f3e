package dev.kvitt.registry.vipps;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.registry.Registry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a service may be told about calling Vipps is what its client does. */
class VippsAccessTest {

    private static final Registry NOBODY = new Registry("test", List.of(), List.of());

    private record Settings(
            URI baseUrl,
            Optional<Boolean> allowPlainHttp,
            Optional<Duration> connectTimeout,
            Optional<Duration> tokenPause,
            VippsSettings.Circuit circuit)
            implements VippsSettings {}

    private record Circuit(
            OptionalInt window,
            OptionalInt minimumCalls,
            OptionalInt failurePercent,
            Optional<Duration> readWait,
            Optional<Duration> writeWait,
            OptionalInt trialCalls)
            implements VippsSettings.Circuit {}

    @Test
    void plain_http_leads_to_another_machine_only_where_it_is_allowed() {
        assertThatThrownBy(() -> open("http://sandbox:8080", Optional.empty(), Optional.empty(), window(20)))
                .hasMessageContaining("kvitt.vipps.")
                .hasMessageContaining("allow-plain-http")
                .hasMessageContaining("http on another machine");
        assertThatThrownBy(() -> open("http://sandbox:8080", Optional.of(false), Optional.empty(), window(20)))
                .hasMessageContaining("http on another machine");
        for (var here : List.of("http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080")) {
            assertThatCode(() -> open(here, Optional.empty(), Optional.empty(), window(20)))
                    .doesNotThrowAnyException();
        }
        assertThatCode(() -> open("http://sandbox:8080", Optional.of(true), Optional.empty(), window(20)))
                .doesNotThrowAnyException();
    }

    @Test
    void limits_that_make_no_sense_stop_the_start() {
        assertThatThrownBy(() -> open("https://sandbox", Optional.empty(), Optional.empty(), window(0)))
                .hasMessageContaining("window");
        assertThatThrownBy(
                        () -> open("https://sandbox", Optional.empty(), Optional.of(Duration.ofSeconds(9)), window(20)))
                .hasMessageContaining("connect timeout");
    }

    private static void open(
            String url, Optional<Boolean> plainHttp, Optional<Duration> connectTimeout, VippsSettings.Circuit circuit) {
        var settings = new Settings(URI.create(url), plainHttp, connectTimeout, Optional.empty(), circuit);
        new VippsAccess(NOBODY, settings, Duration.ofSeconds(6), "capture-service", "1", InstantSource.system())
                .close();
    }

    private static VippsSettings.Circuit window(int calls) {
        return new Circuit(
                OptionalInt.of(calls),
                OptionalInt.of(1),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(1));
    }
}
