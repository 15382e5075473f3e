package dev.kvitt.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.OperationsTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A checklist from the choice of the sales unit to the file that is handed in. */
@OperationsTest
class ChecklistsPageTest {

    private static final String LIST = "/console/checklists";

    @Test
    void one_is_made_looked_at_and_handed_in() {
        var browser = Browser.loggedIn("viewer");
        assertThat(browser.get(LIST).asString())
                .contains("<option value=\"123456\">123456 Brus automater</option>")
                .doesNotContain(" style=", "<style");
        var made = browser.post(LIST, Map.of("msn", "123456"));
        assertThat(made.statusCode()).isEqualTo(303);
        var page = made.header("Location").replaceAll("^.*(/console/.*)\\?done=MADE$", "$1");

        assertThat(browser.get(page + "?done=MADE").asString())
                .contains("Made and kept.", "Go-live checklist of 123456 Brus automater", "to be shown by hand")
                .contains("<span class=\"tag bad\"", ">not met</span>", ">by hand</span>")
                .contains("href=\"" + page + "/report\" download")
                .doesNotContain(" style=", "<style");
        var report = browser.get(page + "/report");
        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.contentType()).startsWith("text/markdown");
        assertThat(report.header("Content-Disposition"))
                .matches("attachment; filename=\"checklist-123456-\\d{4}-\\d\\d-\\d\\d\\.md\"");
        assertThat(report.asString()).startsWith("# Integration checklist of sales unit 123456");
        assertThat(browser.get(LIST).asString()).contains("href=\"" + page + "\"", "<td data-label=\"By\">viewer</td>");
    }

    @Test
    void a_sales_unit_or_a_list_that_nobody_knows_is_told() {
        var browser = Browser.loggedIn("viewer");
        browser.get(LIST);
        var refused = browser.post(LIST, Map.of("msn", "999999"));
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.asString()).contains("There is no such sales unit in the registry.");
        for (var path : new String[] {"", "/report"}) {
            assertThat(browser.get(LIST + "/" + UUID.randomUUID() + path).statusCode())
                    .isEqualTo(404);
        }
    }
}
