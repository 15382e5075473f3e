package dev.kvitt.operations.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginLimitsTest {

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    private final LoginLimits limits = new LoginLimits(
            new SmallRyeConfigBuilder()
                    .withMapping(AccessConfig.class)
                    .withSources(new PropertiesConfigSource(
                            Map.of("kvitt.operations.login.tries-per-minute", "3"), "test", 100))
                    .build()
                    .getConfigMapping(AccessConfig.class),
            () -> now);

    private long allowed(String name, String address) {
        return IntStream.range(0, 10)
                .filter(each -> limits.mayTry(name, address))
                .count();
    }

    @Test
    void a_name_is_tried_a_few_times_a_minute_from_wherever() {
        assertThat(IntStream.range(0, 10)
                        .filter(each -> limits.mayTry("anna", "10.0.0." + each))
                        .count())
                .isEqualTo(3);
        now = now.plusSeconds(60);
        assertThat(allowed("anna", "10.0.0.1")).isEqualTo(3);
    }

    @Test
    void an_address_tries_a_few_times_a_minute_whatever_the_names() {
        assertThat(IntStream.range(0, 10)
                        .filter(each -> limits.mayTry("name" + each, "10.0.0.1"))
                        .count())
                .isEqualTo(3);
        assertThat(allowed("bo", "10.0.0.2")).isEqualTo(3);
    }

    @Test
    void so_many_names_in_one_minute_are_nobody_s() {
        IntStream.range(0, 10_000).forEach(each -> limits.mayTry("name" + each, "address" + each));
        assertThat(limits.mayTry("anna", "10.0.0.9")).isFalse();
        now = now.plusSeconds(60);
        assertThat(limits.mayTry("anna", "10.0.0.9")).isTrue();
    }
}
