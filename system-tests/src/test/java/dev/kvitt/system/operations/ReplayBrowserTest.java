package dev.kvitt.system.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.SaleParked;
import dev.kvitt.events.SaleUnparked;
import dev.kvitt.system.StackUnderTest;
import dev.kvitt.system.browser.BrowserTest;
import dev.kvitt.system.browser.Screen;
import dev.kvitt.system.till.Tills;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An event that a service has lost is found by reading its topics again, and applied when an operator has seen it. */
@BrowserTest
class ReplayBrowserTest {

    private static final double SOON = 60_000;

    private final Tills tills = new Tills();
    private final Operations operations = new Operations(StackUnderTest.stack());

    @Test
    void a_replay_is_counted_first_and_then_applied() {
        var sale = tills.open(tills.byNumber());
        var lost = authorizationOf(sale);
        try (var open = Console.loggedIn(Screen.DESKTOP, "operator")) {
            dryRun(open.page(), sale);
            assertThat(open.page().locator("main")).containsText(sale.key());
            open.checkAtEveryWidth("console-replay-counted");
            assertThat(lost.isApplied()).as("before anybody has agreed").isFalse();

            open.page().locator("#reason-real").fill("that is what was lost");
            Console.button(open.page(), "Start the real one").click();
            assertThat(open.page().locator("h1")).hasText("Replay of payment-service: real");
            isDone(open.page());
            assertThat(lost.isApplied()).isTrue();
            tills.hears(PaymentAuthorized.class, sale);
            open.checkAtEveryWidth("console-replay-applied");
            open.page().navigate(Console.url("/console/replays"));
            open.checkAtEveryWidth("console-replays");

            dryRun(open.page(), sale);
            assertThat(open.page().locator("#progress")).containsText("Everything that was read had been applied.");
            assertThat(open.page().locator("#reason-real")).hasCount(0);
            open.checkAtEveryWidth("console-replay-nothing-lost");
        }
    }

    /** Vipps has told of it, and payment-service knows nothing of that. */
    private LostEvents authorizationOf(SaleOpened sale) {
        tills.asked(sale, 1);
        var admin = StackUnderTest.stack().databaseAdmin();
        try (var bug = new ParkedForReal(admin, sale.key())) {
            assertThat(bug).isNotNull();
            tills.shop.phone.approve(sale.msn(), Tills.reference(sale, 1));
            tills.hears(SaleParked.class, sale);
        }
        var lost = LostEvents.ofParked(admin, sale.key());
        operations.post("parked/" + sale.key() + "/unpark", Map.of("reason", "the bug is mended"));
        tills.hears(SaleUnparked.class, sale);
        return lost;
    }

    private static void dryRun(Page page, SaleOpened sale) {
        page.navigate(Console.url("/console/replays"));
        page.locator("#target").selectOption("payment-service");
        page.locator("#from").fill(LocalDate.now(ZoneOffset.UTC).minusDays(2) + "T00:00");
        page.locator("#msn").fill(sale.msn().value());
        page.locator("#saleId").fill(sale.saleId().value());
        page.locator("#reason").fill("an event may be lost");
        Console.button(page, "Start").click();
        assertThat(page.locator("h1")).hasText("Replay of payment-service: dry run");
        isDone(page);
    }

    private static void isDone(Page page) {
        assertThat(page.locator("#progress .tag"))
                .hasText("done", new LocatorAssertions.HasTextOptions().setTimeout(SOON));
    }
}
