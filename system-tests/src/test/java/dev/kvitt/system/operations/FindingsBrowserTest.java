package dev.kvitt.system.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.system.StackUnderTest;
import dev.kvitt.system.browser.BrowserTest;
import dev.kvitt.system.browser.OpenPage;
import dev.kvitt.system.browser.Screen;
import dev.kvitt.system.till.Tills;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Money that nobody takes or gives back: finance has it looked for and explains one, an operator has the other given back. */
@BrowserTest
class FindingsBrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double SOON = PATIENCE.toMillis();
    private static final String KIND = "reserved-and-forgotten";

    private final Tills tills = new Tills();
    private final Operations operations = new Operations(StackUnderTest.stack());

    @Test
    void what_differs_is_found_explained_repaired_and_gone() {
        var explained = forgotten();
        var repaired = forgotten();
        try (var open = Console.loggedIn(Screen.DESKTOP, "all");
                var late = Console.loggedIn(Screen.DESKTOP, "all")) {
            compareSlowly(open);
            explain(open, explained);
            open.page().navigate(Console.url("/console/findings?state=all"));
            open.checkAtEveryWidth("console-findings");
            find(late.page(), repaired);
            repair(open, repaired);
            StackUnderTest.waitFor(() -> reserved(repaired).equals("0"), PATIENCE);
            assertThat(commands(repaired)).isEqualTo(1);
            isWrittenDown(open, repaired, "release", "nobody has the goods");
            isWrittenDown(open, explained, "explain", "the till is at the workshop");
            start(open.page());
            isDone(open.page());
            pressesTooLate(late);
        }
    }

    /** A till has had it reserved and says no more. This stack calls forgotten whatever is reserved. */
    private SaleOpened forgotten() {
        var sale = tills.open(tills.byNumber().confirmedWithin(600));
        tills.pays(sale, 1);
        tills.hears(PaymentAuthorized.class, sale);
        StackUnderTest.waitFor(() -> reserved(sale).equals("49800"), PATIENCE);
        return sale;
    }

    private String reserved(SaleOpened sale) {
        return operations
                .rows("select coalesce(sum(authorized - captured - cancelled), 0) from payment where key = '"
                        + sale.key() + "'")
                .getFirst()
                .getFirst();
    }

    /** Seen under way and, without being loaded again, at its end. */
    private static void compareSlowly(OpenPage open) {
        try (var held = new LedgerHeld()) {
            assertThat(held).isNotNull();
            start(open.page());
            assertThat(state(open.page())).hasText("running");
            assertThat(open.page().locator("[role=status].good")).containsText("Started");
            open.checkAtEveryWidth("console-reconciliation-running");
        }
        isDone(open.page());
        assertThat(open.page().locator("[role=status].good")).hasCount(0);
        open.checkAtEveryWidth("console-reconciliation-done");
    }

    private static void start(Page page) {
        page.navigate(Console.url("/console/reconciliations"));
        Console.button(page, "Start").click();
    }

    private static Locator state(Page page) {
        return page.locator("#run dd .tag").first();
    }

    private static void isDone(Page page) {
        assertThat(state(page)).hasText("done", new LocatorAssertions.HasTextOptions().setTimeout(SOON));
    }

    private static void find(Page page, SaleOpened sale) {
        page.navigate(Console.url("/console/findings?kind=" + KIND));
        page.locator("tr", new Page.LocatorOptions().setHasText(sale.key()))
                .locator("th a")
                .click();
        assertThat(page.locator("h1")).containsText(KIND);
    }

    private static void explain(OpenPage open, SaleOpened sale) {
        var page = open.page();
        find(page, sale);
        open.checkAtEveryWidth("console-finding");
        page.locator("#explain-why").fill("the till is at the workshop, order 12345678");
        Console.button(page, "Explain").click();
        assertThat(page.locator("[role=alert]")).containsText("without 8 or more digits");
        assertThat(page.locator("#explain-why")).hasValue("the till is at the workshop, order 12345678");
        open.expecting("400").checkAtEveryWidth("console-finding-refused");
        page.locator("#explain-why").fill("the till is at the workshop");
        Console.button(page, "Explain").click();
        assertThat(page.locator("h1 .tag")).hasText("explained");
        open.checkAtEveryWidth("console-finding-explained");
    }

    /** Only what was shown is sent, once, and the money goes back to the customer. */
    private void repair(OpenPage open, SaleOpened sale) {
        var page = open.page();
        find(page, sale);
        page.locator("#repair-why").fill("nobody has the goods");
        Console.button(page, "Show what would be sent").click();
        assertThat(page.locator("h1")).hasText("This would be sent");
        assertThat(commands(sale)).isZero();
        open.checkAtEveryWidth("console-repair");
        Console.button(page, "Send release").click();
        assertThat(page.locator("[role=status].good")).containsText("sent as an operator's command");
        StackUnderTest.waitFor(() -> commands(sale) == 1, PATIENCE);
    }

    private int commands(SaleOpened sale) {
        return operations
                .rows("select topic from message where topic = 'operator.commands' and key = '" + sale.key() + "'")
                .size();
    }

    /** Their page still shows the finding that is gone by now. */
    private static void pressesTooLate(OpenPage late) {
        var page = late.page();
        page.locator("#repair-why").fill("again");
        Console.button(page, "Show what would be sent").click();
        assertThat(page.locator("[role=alert]")).containsText("gone by now");
        assertThat(page.locator("h1 .tag")).hasText("gone");
        late.expecting("409").checkAtEveryWidth("console-finding-gone");
    }

    /** Once, with who and why. */
    private static void isWrittenDown(OpenPage open, SaleOpened sale, String what, String why) {
        var page = open.page();
        page.navigate(Console.url("/console/audit"));
        page.locator("#key").fill(sale.key());
        page.locator("#key").press("Enter");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("all");
        assertThat(page.locator("tbody tr")).containsText(what);
        assertThat(page.locator("tbody tr")).containsText(why);
    }
}
