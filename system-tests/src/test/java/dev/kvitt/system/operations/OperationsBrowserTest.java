package dev.kvitt.system.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleParked;
import dev.kvitt.local.demo.Addresses;
import dev.kvitt.local.demo.ChecklistFlow;
import dev.kvitt.local.demo.Vending;
import dev.kvitt.local.stack.Progress;
import dev.kvitt.local.stack.Secrets;
import dev.kvitt.local.stack.StackSecrets;
import dev.kvitt.system.StackUnderTest;
import dev.kvitt.system.browser.BrowserTest;
import dev.kvitt.system.browser.OpenPage;
import dev.kvitt.system.browser.Screen;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator at the console: looks for a sale, sees why it is parked, has it tried again; and every page of the console on the way. */
@BrowserTest
class OperationsBrowserTest {

    private static final String CUSTOMER = "4712345678";
    private static final double SOON = 60_000;

    private static Vending vending;

    /** One sale of each kind, so that every page has something to show. */
    @BeforeAll
    static void sell() {
        var stack = StackUnderTest.stack();
        new ChecklistFlow().run(Addresses.of(stack), new Progress(System.out, Clock.systemUTC()));
        vending = StackUnderTest.vending();
    }

    @Test
    @SuppressWarnings("try")
    void a_person_finds_a_parked_sale_reads_what_happened_and_has_it_tried_again() {
        var sale = vending.scan("machine-1-qr", CUSTOMER);
        var reference = vending.requested(sale).reference();
        try (var bug = new ParkedForReal(StackUnderTest.stack().databaseAdmin(), sale.key())) {
            vending.phone.approve(sale.msn(), reference);
            vending.await(sale.key(), SaleParked.class, said -> true, "the sale is parked");
            compare();
            for (var screen : Screen.values()) {
                look(screen, sale);
            }
        }
        try (var open = loggedIn(Screen.DESKTOP)) {
            find(open.page(), sale);
            unpark(open, sale);
            isWrittenDown(open, sale);
            release(open, sale);
        }
    }

    /** So that the pages of reconciliations and of findings have something to show. */
    private static void compare() {
        try (var open = loggedIn(Screen.PHONE)) {
            var page = open.page();
            page.navigate(url("/console/reconciliations"));
            button(page, "Start").click();
            assertThat(page.locator("#run dd .tag").first()).hasText("done", soonText());
            open.check("console-reconciliation");
        }
    }

    /** Every page of the navigation, and those about this sale. */
    private static void look(Screen screen, SaleContext sale) {
        try (var open = loggedIn(screen)) {
            var page = open.page();
            find(page, sale);
            open.check("console-sale-parked");
            for (var address : pages(page)) {
                page.navigate(url(address));
                assertThat(page.locator("h1")).isVisible();
                open.check("console-page" + address.replace('/', '-'));
            }
            page.navigate(url("/console?min=x&from=yesterday"));
            open.expecting("422").check("console-search-wrong");
            page.navigate(url(at(sale)));
            page.locator("#message-0").click();
            assertThat(page.locator("#body")).isVisible();
            open.check("console-message");
            page.navigate(url(at(sale)));
            page.locator("#release").click();
            assertThat(page.locator("#reason")).isVisible();
            open.check("console-decide");
            page.navigate(url(at(sale)));
            page.locator("#parked").click();
            assertThat(page.locator("details").first()).containsText("kvitt.");
            open.check("console-parked-sale");
            page.navigate(url("/console/parked"));
            page.locator("#all-1").click();
            assertThat(button(page, "Unpark 1 sale")).isVisible();
            open.check("console-parked-cause");
        }
    }

    private static List<String> pages(Page page) {
        return page.locator("nav a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    /** By keyboard alone, from the search to its history. */
    private static void find(Page page, SaleContext sale) {
        page.navigate(url("/console"));
        page.locator("#q").fill(sale.saleId().value());
        page.locator("#q").press("Enter");
        var link = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(sale.saleId().value()));
        link.focus();
        link.press("Enter");
        assertThat(page.locator("#parked")).isVisible(isSoonVisible());
        assertThat(page.locator("ol.timeline")).containsText("Parked");
    }

    /** What waited happens after all: the till hears of the money. */
    private static void unpark(OpenPage open, SaleContext sale) {
        var page = open.page();
        page.locator("#parked").click();
        page.locator("#why").fill("the bug is mended");
        button(page, "Unpark this sale").click();
        assertThat(page.locator("[role=status].good")).containsText("tried again");
        page.navigate(url(at(sale)));
        assertThat(page.locator("ol.timeline")).containsText("Goes on", soon());
        assertThat(page.locator("ol.timeline")).containsText("may be sold", soon());
        assertThat(page.locator("#parked")).hasCount(0);
        assertThat(page.locator("#decided + ul")).containsText("unpark by all");
        open.check("console-sale-goes-on");
        page.navigate(url("/console/parked"));
        assertThat(page.locator("#parked .empty")).hasText("Nothing is parked in any service.");
        open.check("console-parked-no-more");
    }

    private static void isWrittenDown(OpenPage open, SaleContext sale) {
        var page = open.page();
        page.navigate(url("/console/audit"));
        page.locator("#key").fill(sale.key());
        page.locator("#key").press("Enter");
        var decision = page.locator("tbody tr");
        assertThat(decision).hasCount(1);
        assertThat(decision).containsText("all");
        assertThat(decision).containsText("unpark");
        assertThat(decision).containsText("the bug is mended");
        open.check("console-audit-unparked");
    }

    /** The page shows by itself, without being loaded again, what became of the decision. */
    private static void release(OpenPage open, SaleContext sale) {
        var page = open.page();
        page.navigate(url(at(sale)));
        page.locator("#release").click();
        page.locator("#reason").fill("nobody came back");
        button(page, "Release it").click();
        assertThat(page.locator("[role=status].good")).containsText("Written down");
        assertThat(page.locator("#sale > p .tag").first()).hasText("released", soonText());
        assertThat(page.locator("#decided + ul")).containsText("nobody came back");
        open.check("console-sale-released");
    }

    private static OpenPage loggedIn(Screen screen) {
        var open = screen.open("en", url("/console"));
        var page = open.page();
        page.locator("#name").fill("all");
        page.locator("#password")
                .fill(new Secrets(StackUnderTest.stack().context().data().secrets())
                        .password(StackSecrets.CONSOLE_PASSWORD));
        page.locator("#password").press("Enter");
        assertThat(page.locator("nav a").first()).isVisible();
        return open;
    }

    private static String at(SaleContext sale) {
        return "/console/sales/" + sale.key();
    }

    private static String url(String path) {
        return StackUnderTest.stack().context().ports().url("operations-service") + path;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static LocatorAssertions.IsVisibleOptions isSoonVisible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON);
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(SOON);
    }

    private static LocatorAssertions.HasTextOptions soonText() {
        return new LocatorAssertions.HasTextOptions().setTimeout(SOON);
    }
}
