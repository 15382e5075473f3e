package dev.kvitt.vipps.rules.qr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.RulesSwitches;
import java.util.List;
import org.junit.jupiter.api.Test;

class QrRulesTest {

    private static final String PAGE = "https://example.com/my-product?x=1&y=%20#top";

    @Test
    void a_location_is_required_and_has_at_most_36_characters() {
        assertThat(location("x".repeat(36))).isEmpty();
        assertThat(location("x".repeat(37))).containsExactly("locationDescription");
        assertThat(location(" ")).containsExactly("locationDescription");
        assertThat(location(null)).containsExactly("locationDescription");
    }

    @Test
    void a_category_is_unknown_unless_switched_on() {
        CallbackQrBody body = new CallbackQrBody("Machine 1", "VENDING");

        assertThat(CallbackQrRule.problems(body, true)).isEmpty();
        assertThat(names(CallbackQrRule.problems(body, false))).containsExactly("category");
    }

    @Test
    void an_id_has_1_to_128_of_the_allowed_characters() {
        assertThat(created("billboard_1 +%-æøåÆØÅ", PAGE, null)).isEmpty();
        assertThat(created("x".repeat(128), PAGE, null)).isEmpty();
        assertThat(created("x".repeat(129), PAGE, null)).containsExactly("id");
        assertThat(created("", PAGE, null)).containsExactly("id");
        assertThat(created("a/b", PAGE, null)).containsExactly("id");
        assertThat(created(null, PAGE, null)).containsExactly("id");
    }

    @Test
    void a_redirect_url_is_https_without_odd_characters() {
        for (String wrong : new String[] {"http://example.com", "https://", "https://example.com/a b", "", null}) {
            assertThat(created("id", wrong, null)).as(wrong).containsExactly("redirectUrl");
        }
        assertThat(created("id", "https://example.com", null)).isEmpty();
    }

    @Test
    void a_ttl_is_5_minutes_to_68_years() {
        assertThat(created("id", PAGE, 300L)).isEmpty();
        assertThat(created("id", PAGE, 2_147_483_647L)).isEmpty();
        assertThat(created("id", PAGE, 299L)).containsExactly("ttl");
        assertThat(created("id", PAGE, 2_147_483_648L)).containsExactly("ttl");
    }

    @Test
    void only_the_target_can_be_updated() {
        assertThat(updated(new RedirectQrBody(null, PAGE, null))).isEmpty();
        assertThat(updated(new RedirectQrBody("billboard", PAGE, null))).isEmpty();
        assertThat(updated(new RedirectQrBody("other", PAGE, 600L))).containsExactly("id", "ttl");
        assertThat(updated(new RedirectQrBody(null, null, null))).containsExactly("redirectUrl");
    }

    @Test
    void only_a_stack_on_a_laptop_leads_to_plain_http_and_to_its_own_machine() {
        var laptop = RulesSwitches.defaults()
                .with("create.loopback-http-accepted", true)
                .create();
        var own = new RedirectQrBody("taxi", "http://127.0.0.1:7022/p/1/q", null);
        var other = new RedirectQrBody("taxi", "http://127.0.0.1.evil.example/p", null);
        assertThat(RedirectQrRule.problems(own, laptop)).isEmpty();
        assertThat(names(RedirectQrRule.problems(own))).containsExactly("redirectUrl");
        assertThat(names(RedirectQrRule.problems(other, laptop))).containsExactly("redirectUrl");
    }

    private static List<String> location(String text) {
        return names(CallbackQrRule.problems(new CallbackQrBody(text, null), false));
    }

    private static List<String> created(String id, String url, Long ttl) {
        return names(RedirectQrRule.problems(new RedirectQrBody(id, url, ttl)));
    }

    private static List<String> updated(RedirectQrBody body) {
        return names(RedirectQrRule.problemsOfUpdate("billboard", body));
    }

    private static List<String> names(List<FieldProblem> problems) {
        return problems.stream().map(FieldProblem::name).toList();
    }
}
