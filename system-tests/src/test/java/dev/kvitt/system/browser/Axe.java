package dev.kvitt.system.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** axe-core's rules for WCAG 2.2, levels A and AA. What it cannot judge by itself is for people to look at. */
final class Axe {

    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private Axe() {}

    static void assertNoViolations(Page page) {
        // Without legacy mode it opens a page more each time, for frames of other sites; ours have none.
        var results = new AxeBuilder(page).setLegacyMode(true).withTags(TAGS).analyze();
        if (results.getPasses().isEmpty()) {
            throw new AssertionError("axe looked at nothing on " + page.url());
        }
        if (!results.violationFree()) {
            throw new AssertionError(page.url() + " (" + page.title() + ") breaks WCAG 2.2 AA:\n"
                    + results.getViolations().stream().map(Axe::told).collect(Collectors.joining("\n")));
        }
    }

    private static String told(Rule rule) {
        return "  " + rule.getId() + ", " + rule.getImpact() + ": " + rule.getHelp() + " (" + rule.getHelpUrl() + ")\n"
                + rule.getNodes().stream().map(Axe::told).collect(Collectors.joining("\n"));
    }

    private static String told(CheckedNode node) {
        return "    " + node.getTarget() + " " + node.getHtml() + "\n      "
                + String.valueOf(node.getFailureSummary()).replace("\n", "\n      ");
    }
}
