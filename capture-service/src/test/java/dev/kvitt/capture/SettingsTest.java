package dev.kvitt.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.capture.support.CaptureTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@CaptureTest
class SettingsTest {

    @Inject
    CaptureConfig config;

    @Test
    void the_client_of_vipps_is_told_what_the_settings_say_and_keeps_its_defaults_otherwise() {
        assertThat(config.vipps().circuit().minimumCalls()).hasValue(20);
        assertThat(config.vipps().tokenPause()).contains(Duration.ofMillis(100));
        assertThat(config.vipps().allowPlainHttp()).isEmpty();
        assertThat(config.vipps().circuit().writeWait()).isEmpty();
    }
}
