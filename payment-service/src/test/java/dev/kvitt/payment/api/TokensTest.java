package dev.kvitt.payment.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.events.Msn;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        var closed = new Tokens(new ApiConfig() {
            @Override
            public Optional<String> token() {
                return Optional.empty();
            }

            @Override
            public Map<String, Scoped> tokens() {
                return Map.of();
            }
        });
        assertThat(closed.holder("Bearer ")).isEmpty();
        assertThat(closed.holder(null)).isEmpty();
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
        return new ApiConfig() {
            @Override
            public Optional<String> token() {
                return Optional.of(all);
            }

            @Override
            public Map<String, Scoped> tokens() {
                return Map.of("oslo", new Scoped() {
                    @Override
                    public String token() {
                        return oslo;
                    }

                    @Override
                    public Set<String> salesUnits() {
                        return Set.of(salesUnit);
                    }
                });
            }
        };
    }
}
