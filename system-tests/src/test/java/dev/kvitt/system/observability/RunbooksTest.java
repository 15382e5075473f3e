package dev.kvitt.system.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Rules, their tests, runbooks and dashboards belong together. */
class RunbooksTest {

    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

    @Test
    void each_alert_has_its_section_in_the_runbooks_and_each_section_its_alert() {
        var alerts = Observability.found(ALERT, Observability.rules());
        assertThat(alerts).hasSizeGreaterThan(15);
        assertThat(Observability.found(Pattern.compile("(?m)^### (\\w+)$"), Observability.runbooks()))
                .isEqualTo(alerts);
        assertThat(Observability.found(Pattern.compile("runbook: docs/runbooks\\.md#(\\w+)"), Observability.rules()))
                .isEqualTo(alerts.stream()
                        .map(alert -> alert.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    @Test
    void each_section_says_what_it_means_how_to_look_and_what_to_do() {
        var sections = Observability.runbooks().split("(?m)^### ");
        for (var n = 1; n < sections.length; n++) {
            assertThat(sections[n]).contains("**Means** (", "**Look**: ", "**Do**: ");
        }
    }

    @Test
    void each_alert_is_tested_to_fire_and_to_keep_quiet() {
        var alerts = Observability.found(ALERT, Observability.rules());
        assertThat(Observability.found(Pattern.compile("name: (\\w+) fires"), Observability.ruleTests()))
                .isEqualTo(alerts);
        assertThat(Observability.found(Pattern.compile("name: (\\w+) keeps quiet"), Observability.ruleTests()))
                .isEqualTo(alerts);
    }

    @Test
    void every_metric_that_alerts_and_dashboards_look_at_is_explained() {
        var named = Observability.metrics(Observability.rules());
        Observability.dashboards().forEach(board -> named.addAll(Observability.metrics(exprs(board))));
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(Observability.metrics(Observability.operating()))
                .containsAll(named.stream()
                        .map(name -> name.replaceAll("_(bucket|count|sum)$", ""))
                        .toList());
    }

    @Test
    void what_dashboards_show_of_recorded_series_is_recorded() {
        var recorded = Observability.found(Pattern.compile("- record: (\\S+)"), Observability.rules());
        for (var dashboard : Observability.dashboards()) {
            assertThat(recorded)
                    .containsAll(Observability.found(Pattern.compile("kvitt:[a-z0-9_:]+"), exprs(dashboard)));
        }
    }

    @Test
    void each_dashboard_is_one_that_Grafana_can_load() {
        var dashboards = Observability.dashboards();
        assertThat(dashboards).hasSizeGreaterThan(2);
        assertThat(dashboards).extracting(board -> board.path("uid").asText()).doesNotHaveDuplicates();
        for (var board : dashboards) {
            assertThat(board.path("uid").asText()).matches("[a-z-]{1,40}");
            assertThat(board.path("title").asText()).isNotBlank();
            assertThat(board.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(39);
            assertThat(board.path("panels")).isNotEmpty().allSatisfy(RunbooksTest::isPanel);
            assertThat(board.path("panels"))
                    .extracting(panel -> panel.path("id").asInt())
                    .doesNotHaveDuplicates();
        }
    }

    private static void isPanel(JsonNode panel) {
        assertThat(panel.path("type").asText()).isIn("timeseries", "stat");
        assertThat(panel.path("datasource").path("uid").asText()).isEqualTo("kvitt-prometheus");
        assertThat(panel.path("gridPos").path("x").asInt()
                        + panel.path("gridPos").path("w").asInt())
                .isLessThanOrEqualTo(24);
        assertThat(panel.path("targets"))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target.path("expr").asText()).isNotBlank());
    }

    private static String exprs(JsonNode dashboard) {
        return StreamSupport.stream(dashboard.findValues("expr").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("\n"));
    }
}
