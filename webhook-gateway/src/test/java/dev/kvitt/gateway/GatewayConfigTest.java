package dev.kvitt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.gateway.world.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {

    @Test
    void every_limit_has_a_default() {
        var config = Settings.of(Map.of());

        assertThat(config.maxBodyBytes()).isEqualTo(64 * 1024);
        assertThat(config.dbConnections()).isEqualTo(4);
        assertThat(config.bodyTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.answerTimeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(config.maxSkew()).isEmpty();
        assertThat(config.skewWarning()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.upkeepInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.lookupInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.retiredKept()).isEqualTo(Duration.ofDays(8));
    }
}
