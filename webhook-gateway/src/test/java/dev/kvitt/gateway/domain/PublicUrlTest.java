package dev.kvitt.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

    @Test
    void a_hook_lies_under_the_public_address_and_is_ours() {
        var url = new PublicUrl(URI.create("https://pay.example.com/kvitt/"));
        var token = HookToken.random(new SecureRandom());

        assertThat(url.hook(token)).hasToString("https://pay.example.com/kvitt/hooks/" + token.value());
        assertThat(url.owns(url.hook(token).toString())).isTrue();
        assertThat(url.owns("https://pay.example.com/kvitt2/hooks/x")).isFalse();
        assertThat(url.owns("https://pay.example.com/kvitt/other")).isFalse();
    }

    @Test
    void a_host_in_capital_letters_is_registered_as_its_caller_will_sign_it() {
        var token = HookToken.random(new SecureRandom());

        assertThat(new PublicUrl(URI.create("https://Pay.Example.com/Kvitt")).hook(token))
                .hasToString("https://pay.example.com/Kvitt/hooks/" + token.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://pay.example.com", "/hooks", "https://pay.example.com?x=1", "https://pay.example.com#x"})
    void what_vipps_cannot_post_to_is_refused(String text) {
        assertThatThrownBy(() -> new PublicUrl(URI.create(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kvitt.gateway.public-url");
    }

    @Test
    void a_token_shows_itself_to_nobody_and_no_two_are_the_same() {
        var token = HookToken.random(new SecureRandom());

        assertThat(token.toString()).doesNotContain(token.value());
        assertThat(HookToken.random(new SecureRandom())).isNotEqualTo(token);
        assertThat(HookToken.parse(token.value())).contains(token);
        assertThat(HookToken.parse(token.value() + "x")).isEmpty();
        assertThatThrownBy(() -> new HookToken("short")).isInstanceOf(IllegalArgumentException.class);
    }
}
