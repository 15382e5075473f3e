package dev.kvitt.checkin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.checkin.CheckinConfig;
import dev.kvitt.checkin.CustomersConfig;
import dev.kvitt.registry.Merchant;
import dev.kvitt.registry.Registry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerchantTokensTest {

    private static final Registry REGISTRY =
            new Registry("test", List.of(new Merchant("brus", "Brus AS", List.of())), List.of());

    @TempDir
    Path folder;

    @Test
    void without_a_token_nobody_sees_a_customer() throws IOException {
        var tokens = tokens(Map.of());

        assertThat(tokens.merchants("Bearer of-the-services-only")).isEmpty();
        assertThat(tokens.merchants(null)).isEmpty();
    }

    @Test
    void a_token_is_good_for_the_merchants_it_names() throws IOException {
        var tokens = tokens(crm("of-brus-and-its-crm", "brus"));

        assertThat(tokens.merchants("Bearer of-brus-and-its-crm")).containsExactly("brus");
        assertThat(tokens.merchants("Bearer of-brus-and-its-crn")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "too-short,             brus,  less than 16 characters",
        "of-the-services-only,  brus,  another use",
        "of-the-tills-only-yes, brus,  another use",
        "of-a-merchant-unknown, kaffe, kaffe"
    })
    void a_token_that_cannot_be_right_stops_the_start_and_is_not_repeated(String token, String merchant, String why)
            throws IOException {
        var settings = crm(token, merchant);

        assertThatThrownBy(() -> tokens(settings))
                .hasMessageContaining("kvitt.customers.tokens.crm")
                .hasMessageContaining(why)
                .hasMessageNotContaining(token);
    }

    private Map<String, String> crm(String token, String merchant) throws IOException {
        return Map.of(
                "kvitt.customers.tokens.crm.token-file",
                written("crm", token),
                "kvitt.customers.tokens.crm.merchants",
                merchant);
    }

    private MerchantTokens tokens(Map<String, String> more) throws IOException {
        var config = config(more);
        var checkin = config.getConfigMapping(CheckinConfig.class);
        var services = new InternalToken(checkin);
        return new MerchantTokens(
                config.getConfigMapping(CustomersConfig.class), REGISTRY, services, new TillToken(checkin, services));
    }

    private SmallRyeConfig config(Map<String, String> more) throws IOException {
        var settings = new HashMap<>(Map.of(
                "kvitt.registry", "registry.yaml",
                "kvitt.vipps.base-url", "https://apitest.vipps.no",
                "kvitt.checkin.key-file", "checkin-key",
                "kvitt.internal.token-file", written("services", "of-the-services-only"),
                "kvitt.checkin.seal-token-file", written("tills", "of-the-tills-only-yes")));
        settings.putAll(more);
        return new SmallRyeConfigBuilder()
                .withMapping(CheckinConfig.class)
                .withMapping(CustomersConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }

    private String written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
