package dev.kvitt.vipps.client.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OneTimeQrTest extends VippsTest {
    private static final LandingPageUrl PAGE = new LandingPageUrl("https://landing.example/?token=secret");

    @Test
    void a_landing_page_becomes_a_code() {
        vipps.answer(Reply.json(200, "{\"url\":\"https://qr.example/qr.png?secret\",\"expiresIn\":544,\"new\":1}"));

        assertThat(api.oneTimeQr().create(PAGE, new QrFormat.Png(100)))
                .isEqualTo(new Outcome.Done<>(
                        new OneTimeQrCode("https://qr.example/qr.png?secret", Duration.ofSeconds(544))));
        assertThat(vipps.onlyCall().method()).isEqualTo("POST");
        assertThat(vipps.onlyCall().path()).isEqualTo("/qr/v1");
        assertThat(vipps.onlyCall().body()).isEqualTo("{\"url\":\"https://landing.example/?token=secret\"}");
        assertThat(vipps.onlyCall().header("Accept")).containsExactly("image/png");
        assertThat(vipps.onlyCall().header("Size")).containsExactly("100");
    }

    @Test
    void a_page_and_its_code_are_hidden() {
        assertThat(PAGE.toString() + new OneTimeQrCode("https://qr.example/?secret", Duration.ofSeconds(1)))
                .doesNotContain("secret");
        assertThatIllegalArgumentException().isThrownBy(() -> new LandingPageUrl(" "));
    }

    @Test
    void a_format_vipps_does_not_have_is_refused() {
        vipps.answer(Reply.json(415, "{\"title\":\"Unsupported\",\"detail\":\"d\",\"instance\":\"i\"}"));

        assertThat(api.oneTimeQr().create(PAGE, new QrFormat.Svg()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.error().status()).isEqualTo(415));
    }
}
