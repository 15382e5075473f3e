package dev.kvitt.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.RulesSwitches;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RulesConfigTest {

    @Inject
    SandboxConfig config;

    @Test
    void a_sandbox_nobody_configured_has_the_rules_defaults() {
        assertThat(config.rules().switches()).isEqualTo(RulesSwitches.defaults());
    }
}
