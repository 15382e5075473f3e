package dev.kvitt.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.EverybodyMay;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Tables;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OperationsTest
class QuarantinePageTest {

    private static final Pattern PLACE = Pattern.compile("aria-label=\"pos\\.sales 0 (\\d+)\"");
    private static final Pattern OLDER = Pattern.compile("href=\"(/console/quarantine\\?after=[^\"]+)\"");

    @Inject
    Tables tables;

    @BeforeEach
    void empty() {
        EverybodyMay.nobody();
        tables.run("delete from quarantined");
    }

    private void quarantined(long offset, String reason, String at, String body) {
        tables.run("insert into quarantined values ('payment-service', 'pos.sales', 0, %d, '%s', '%s', %s)"
                .formatted(offset, reason, at, body));
    }

    @Test
    void what_could_not_be_read_is_shown_with_its_reason_and_its_body_and_none_of_it_runs() {
        quarantined(7, "amount <script>alert(1)</script>", "2026-11-22T10:00:00Z", "'{\"sealed\":\"<img src=x>\"}'");
        quarantined(8, "no type", "2026-11-22T10:00:01Z", "null");

        var page = Browser.loggedIn("viewer").get("/console/quarantine").asString();
        assertThat(page)
                .contains("amount &lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x&gt;")
                .contains("payment-service", "0 / 7", "0 / 8", "2026-11-22T10:00:00Z", "Its body was not kept")
                .doesNotContain("<script>alert", "<img src=x", "Nothing is in quarantine");
        assertThat(page.indexOf("0 / 8")).isLessThan(page.indexOf("0 / 7"));
    }

    @Test
    void pages_hold_everything_also_what_came_at_one_moment() {
        for (int offset = 0; offset < 49; offset++) {
            quarantined(offset, "late", "2026-11-22T10:00:0" + offset % 10 + ".5Z", "null");
        }
        for (int offset = 49; offset < 110; offset++) {
            quarantined(offset, "at once", "2026-11-22T09:00:00Z", "null");
        }
        quarantined(110, "first", "2026-11-22T08:00:00Z", "null");

        var browser = Browser.loggedIn("viewer");
        var seen = new HashSet<String>();
        var count = 0;
        var next = "/console/quarantine";
        while (next != null) {
            var page = browser.request().urlEncodingEnabled(false).get(next).asString();
            var places = PLACE.matcher(page);
            while (places.find()) {
                seen.add(places.group(1));
                count++;
            }
            var older = OLDER.matcher(page);
            next = older.find() ? older.group(1) : null;
        }
        assertThat(seen).hasSize(111);
        assertThat(count).isEqualTo(111);
    }

    @Test
    void an_empty_quarantine_says_so_and_a_link_that_means_nothing_is_refused() {
        var browser = Browser.loggedIn("viewer");
        assertThat(browser.get("/console/quarantine").asString()).contains("Nothing is in quarantine.");
        assertThat(browser.get("/console/quarantine?after=yesterday").statusCode())
                .isEqualTo(400);
    }
}
