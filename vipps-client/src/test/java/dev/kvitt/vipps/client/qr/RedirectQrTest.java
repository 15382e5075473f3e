package dev.kvitt.vipps.client.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectQrTest extends VippsTest {
    private static final RedirectQrId ID = new RedirectQrId("lader 1 æ+_-%");
    private static final String PATH = "/qr/v1/merchant-redirect/lader%201%20%C3%A6%2B_-%25";
    private static final RedirectTarget TARGET = new RedirectTarget("https://kvitt.example/p?lader=1&x=2#top");
    private static final QrFormat SVG = new QrFormat.Svg();
    private static final String JSON =
            """
            {"id":"lader 1 æ+_-%","url":"https://qr.example/qr.png?a=1","redirectUrl":"https://kvitt.example/p",
             "expiresIn":598,"new":{}}""";
    private static final RedirectQrCode CODE = new RedirectQrCode(
            ID.value(),
            "https://qr.example/qr.png?a=1",
            "https://kvitt.example/p",
            Optional.of(Duration.ofSeconds(598)));

    @Test
    void a_code_for_a_while_is_made() {
        vipps.answer(Reply.json(200, JSON));

        assertThat(api.redirectQr().create(ID, TARGET, new QrLife.For(Duration.ofMinutes(10)), new QrFormat.Png(200)))
                .isEqualTo(new Outcome.Done<>(CODE));
        assertCall("POST", "/qr/v1/merchant-redirect", "image/png");
        assertThat(vipps.onlyCall().header("Size")).containsExactly("200");
        assertThat(vipps.onlyCall().json())
                .isEqualTo(
                        Received.parse(
                                """
                                {"id":"lader 1 æ+_-%","redirectUrl":"https://kvitt.example/p?lader=1&x=2#top","ttl":600}"""));
    }

    @Test
    void a_code_for_ever_says_no_end() {
        vipps.answer(Reply.json(200, JSON.replace("598", "-1")));

        assertThat(api.redirectQr().create(ID, TARGET, new QrLife.Endless(), SVG))
                .isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.answer())
                        .isEqualTo(new RedirectQrCode(CODE.id(), CODE.url(), CODE.target(), Optional.empty())));
        assertThat(vipps.onlyCall().json().has("ttl")).isFalse();
        assertThat(vipps.onlyCall().header("Size")).isEmpty();
    }

    @Test
    void an_id_that_exists_is_told_apart() {
        vipps.answer(Reply.json(409, "{\"id\":\"lader\"}"));

        assertThat(api.redirectQr().create(ID, TARGET, new QrLife.Endless(), SVG))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(Qr.isTaken(refused.error()))
                        .isTrue());
    }

    @Test
    void a_code_is_read_as_text_for_an_encoder_of_ones_own() {
        vipps.answer(Reply.json(200, JSON));

        assertThat(api.redirectQr().get(ID, new QrFormat.TargetUrl())).isEqualTo(new Outcome.Done<>(CODE));
        assertCall("GET", PATH, "text/targetUrl");
    }

    @Test
    void all_codes_are_listed_even_with_ids_of_other_systems() {
        vipps.answer(Reply.json(200, "[" + JSON + "," + JSON.replace("lader 1 æ+_-%", "én@") + "]"));

        assertThat(api.redirectQr().list(SVG))
                .isEqualTo(new Outcome.Done<>(
                        List.of(CODE, new RedirectQrCode("én@", CODE.url(), CODE.target(), CODE.expiresIn()))));
        assertCall("GET", "/qr/v1/merchant-redirect", "image/svg+xml");
    }

    @Test
    void a_print_is_led_elsewhere() {
        vipps.answer(Reply.json(200, JSON));

        assertThat(api.redirectQr().update(ID, new RedirectTarget("https://kvitt.example/new"), SVG))
                .isEqualTo(new Outcome.Done<>(CODE));
        assertCall("PUT", PATH, "image/svg+xml");
        assertThat(vipps.onlyCall().body()).isEqualTo("{\"redirectUrl\":\"https://kvitt.example/new\"}");
    }

    @Test
    void a_code_is_deleted() {
        vipps.answer(Reply.json(200, ""));

        assertThat(api.redirectQr().delete(ID)).isEqualTo(new Outcome.Done<>(new NoContent()));
        assertThat(vipps.onlyCall().method()).isEqualTo("DELETE");
        assertThat(vipps.onlyCall().path()).isEqualTo(PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a.b", "a/b", "é", "a\nb"})
    void an_id_of_another_form_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RedirectQrId(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://kvitt.example",
                "http://127.0.0.1.example/",
                "http://localhosts",
                "https://",
                "https://kvitt.example/ø",
                "https://a.example/a b",
                "app://x"
            })
    void a_target_of_another_form_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RedirectTarget(text));
    }

    @Test
    void a_target_may_be_plain_http_on_this_very_machine() {
        assertThat(new RedirectTarget("http://127.0.0.1:7022/p/1/q").value()).endsWith("/q");
    }

    @Test
    void ids_and_lives_keep_to_their_limits() {
        assertThat(new RedirectQrId("q".repeat(128)).value()).hasSize(128);
        assertThatIllegalArgumentException().isThrownBy(() -> new RedirectQrId("q".repeat(129)));
        assertThat(new QrLife.For(Duration.ofMinutes(5)).time()).hasSeconds(300);
        assertThat(new QrLife.For(Duration.ofSeconds(2_147_483_647)).time()).hasSeconds(2_147_483_647);
        assertThatIllegalArgumentException().isThrownBy(() -> new QrLife.For(Duration.ofSeconds(299)));
        assertThatIllegalArgumentException().isThrownBy(() -> new QrLife.For(Duration.ofSeconds(2_147_483_648L)));
        assertThatIllegalArgumentException().isThrownBy(() -> new QrLife.For(Duration.ofMillis(300_001)));
    }

    private void assertCall(String method, String path, String accept) {
        assertThat(vipps.onlyCall().method()).isEqualTo(method);
        assertThat(vipps.onlyCall().path()).isEqualTo(path);
        assertThat(vipps.onlyCall().header("Accept")).containsExactly(accept);
    }
}
