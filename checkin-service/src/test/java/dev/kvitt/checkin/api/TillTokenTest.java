package dev.kvitt.checkin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.checkin.CheckinConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TillTokenTest {

    @TempDir
    Path folder;

    @Test
    void tills_may_not_have_the_token_that_opens_what_they_seal() throws IOException {
        var config = config("one-for-all", "one-for-all\n");

        assertThatThrownBy(() -> new TillToken(config, new InternalToken(config)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kvitt.checkin.seal-token-file")
                .hasMessageNotContaining("one-for-all");
    }

    @Test
    void a_token_of_their_own_lets_tills_seal() throws IOException {
        var config = config("of-the-services", "of-the-tills");
        var token = new TillToken(config, new InternalToken(config));

        assertThat(token.allows("Bearer of-the-tills")).isTrue();
        assertThat(token.allows("Bearer of-the-services")).isFalse();
    }

    private CheckinConfig config(String services, String tills) throws IOException {
        var settings = Map.of(
                "kvitt.registry", "registry.yaml",
                "kvitt.vipps.base-url", "https://apitest.vipps.no",
                "kvitt.checkin.key-file", "checkin-key",
                "kvitt.internal.token-file", written("services", services),
                "kvitt.checkin.seal-token-file", written("tills", tills));
        return new SmallRyeConfigBuilder()
                .withMapping(CheckinConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(CheckinConfig.class);
    }

    private String written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
