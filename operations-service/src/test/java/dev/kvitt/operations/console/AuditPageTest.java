package dev.kvitt.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.store.Audit;
import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.EverybodyMay;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Tables;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OperationsTest
class AuditPageTest {

    private static final String HERE = "/console/audit";

    @Inject
    Audit audit;

    @Inject
    Tables tables;

    @BeforeEach
    void empty() {
        EverybodyMay.nobody();
        tables.run("delete from audit");
    }

    @Test
    void who_decided_what_and_why_is_told_and_nothing_of_it_runs() {
        audit.record("anna", "unpark", "123456/sale-82001", "<script>alert(1)</script>", Map.of("cause", "<b>X</b>"));
        audit.record("bo", "replay", null, "to be sure", Map.of("target", "payment-service", "keyPrefix", ""));

        assertThat(Browser.loggedIn("viewer").get(HERE).asString())
                .contains("anna", "unpark", "href=\"/console/sales/123456/sale-82001\"")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "cause &lt;b&gt;X&lt;/b&gt;")
                .contains("bo", "replay", "to be sure", "target payment-service")
                .doesNotContain("<script>alert", "<b>X", "keyPrefix", "Nothing was decided");
    }

    @Test
    void one_sale_is_asked_for_by_its_key() {
        audit.record("anna", "release", "123456/sale-82002", "not sold", Map.of());
        audit.record("anna", "ask", "123456/sale-82003", "to know", Map.of());

        var browser = Browser.loggedIn("finance");
        assertThat(browser.get(HERE + "?key=123456/sale-82002").asString())
                .contains("not sold", "value=\"123456/sale-82002\"")
                .doesNotContain("to know");
        assertThat(browser.get(HERE + "?key=\"><script>x</script>").asString())
                .contains("Nothing was decided about this sale")
                .doesNotContain("<script>x");
    }

    @Test
    void older_decisions_stand_on_the_pages_behind() {
        for (int n = 0; n < 120; n++) {
            audit.record("anna", "ask", "123456/sale-82004", "reason-" + n + ".", Map.of());
        }
        var browser = Browser.loggedIn("viewer");
        var first = browser.get(HERE + "?key=123456/sale-82004").asString();
        assertThat(first).contains("reason-119.", "reason-70.", "Older").doesNotContain("reason-69.");
        var ids = tables.texts("select id::text from audit order by audit.id desc");
        var second = browser.get(HERE + "?key=123456/sale-82004&after=" + ids.get(49));
        assertThat(first).contains("after=" + ids.get(49));
        assertThat(second.asString()).contains("reason-69.", "reason-20.").doesNotContain("reason-70.", "reason-19.");
        assertThat(browser.get(HERE + "?after=" + ids.get(99)).asString())
                .contains("reason-0.")
                .doesNotContain("Older");
    }
}
