package dev.kvitt.payment.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.events.Msn;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose token is good for what. */
class TokensTest {

    private static final Msn OSLO = new Msn("123456");
    private static final Msn HELSINKI = new Msn("654321");
    private final Tokens tokens = new Tokens(config("installation-token-1", "oslo-only-token-123"));

    @Test
    void the_installations_token_is_good_for_all_sales_units() {
        var holder = tokens.holder("Bearer installation-token-1").orElseThrow();
        assertThat(holder.mayAskAbout(OSLO) && holder.mayAskAbout(HELSINKI)).isTrue();
    }

    @Test
    void a_sales_units_token_is_good_for_that_one() {
        var holder = tokens.holder("Bearer oslo-only-token-123").orElseThrow();
        assertThat(holder.mayAskAbout(OSLO)).isTrue();
        assertThat(holder.mayAskAbout(HELSINKI)).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {"Bearer ", "Bearer installation-token-2", "installation-token-1", "bearer oslo-only-token-123"})
    void any_other_is_nobodys(String authorization) {
        assertThat(tokens.holder(authorization)).isEmpty();
    }

    @Test
    void without_any_token_set_nobody_may_ask() {
        var closed = new Tokens(settings(Map.of()));
        assertThat(closed.holder("Bearer ")).isEmpty();
        assertThat(closed.holder(null)).isEmpty();
    }

    @Test
    void the_installations_token_only_looks_and_another_ones_sells_but_pays_nothing_back() {
        assertThat(tokens.holder("Bearer installation-token-1").orElseThrow().permissions())
                .containsOnly(Permission.READ);
        var oslo = tokens.holder("Bearer oslo-only-token-123").orElseThrow();
        assertThat(oslo.permissions()).containsOnly(Permission.READ, Permission.SELL);
        assertThat(oslo.refundLimit()).isEmpty();
        assertThat(oslo.isFor("any-till")).isTrue();
    }

    @Test
    void a_token_may_be_for_some_tills_and_for_refunds_up_to_a_limit() {
        var desk = new Tokens(settings(Map.of(
                        "kvitt.api.tokens.desk.token", "service-desk-token-1",
                        "kvitt.api.tokens.desk.sales-units", OSLO.value(),
                        "kvitt.api.tokens.desk.tills", "till-1,till-2",
                        "kvitt.api.tokens.desk.permissions", "read,refund",
                        "kvitt.api.tokens.desk.refund-limit", "10000")))
                .holder("Bearer service-desk-token-1")
                .orElseThrow();
        assertThat(desk.isFor("till-2")).isTrue();
        assertThat(desk.isFor("till-3")).isFalse();
        assertThat(desk.may(Permission.SELL)).isFalse();
        assertThat(desk.refundLimit()).hasValue(10_000);
    }

    @ParameterizedTest
    @CsvSource({"permissions, 'read,refund'", "refund-limit, 10000"})
    void refunds_without_a_limit_or_a_limit_without_refunds_are_refused_at_the_start(String setting, String value) {
        var settings = settings(Map.of(
                "kvitt.api.tokens.desk.token",
                "service-desk-token-1",
                "kvitt.api.tokens.desk.sales-units",
                OSLO.value(),
                "kvitt.api.tokens.desk." + setting,
                value));
        assertThatThrownBy(() -> new Tokens(settings)).hasMessageContaining("kvitt.api.tokens.desk: the permission");
    }

    @Test
    void two_names_for_the_same_token_are_refused_at_the_start() {
        assertThatThrownBy(() -> new Tokens(config("oslo-only-token-123", "oslo-only-token-123")))
                .hasMessageContaining("same token");
    }

    @Test
    void a_token_that_can_be_guessed_is_refused_at_the_start() {
        assertThatThrownBy(() -> new Tokens(config("short", "oslo-only-token-123")))
                .hasMessageContaining("kvitt.api.token");
    }

    @Test
    void a_sales_unit_that_cannot_be_one_is_refused_at_the_start() {
        assertThatThrownBy(() -> new Tokens(config("installation-token-1", "oslo-only-token-123", "Oslo")))
                .hasMessageContaining("kvitt.api.tokens.oslo.sales-units");
    }

    private static ApiConfig config(String all, String oslo) {
        return config(all, oslo, OSLO.value());
    }

    private static ApiConfig config(String all, String oslo, String salesUnit) {
        return settings(Map.of(
                "kvitt.api.token", all,
                "kvitt.api.tokens.oslo.token", oslo,
                "kvitt.api.tokens.oslo.sales-units", salesUnit));
    }

    static ApiConfig settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(ApiConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(ApiConfig.class);
    }
}
