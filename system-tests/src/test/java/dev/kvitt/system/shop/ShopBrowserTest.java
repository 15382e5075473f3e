package dev.kvitt.system.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.kvitt.local.demo.Phone;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.local.stack.ExampleShop;
import dev.kvitt.local.stack.JvmTuning;
import dev.kvitt.local.stack.KvittStack;
import dev.kvitt.local.stack.Ports;
import dev.kvitt.local.stack.PrivateFolders;
import dev.kvitt.local.stack.Progress;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.local.stack.StackOptions;
import dev.kvitt.system.browser.BrowserTest;
import dev.kvitt.system.browser.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cashier and customer in one window: sales at the example shop, approved on the phone beside it. */
@BrowserTest
class ShopBrowserTest {

    private static final String PAID = "Paid, and nothing is left reserved";
    private static final double SOON = 30_000;

    /** The one in which the shop starts comes last. */
    private static final List<Spoken> LANGUAGES = List.of(
            new Spoken("Norsk", "nb", "Kasse"),
            new Spoken("Dansk", "da", "Kasse"),
            new Spoken("Suomi", "fi", "Kassa"),
            new Spoken("English", "en", "Till"));

    private static Stack stack;

    @BeforeAll
    static void start() {
        var home = Path.of("..").toAbsolutePath().normalize();
        var definition = KvittStack.definition().and(List.of(new ExampleShop()));
        stack = Stack.start(
                new StackOptions(
                        home,
                        PrivateFolders.create(home),
                        Ports.free(definition.services()),
                        definition,
                        JvmTuning.QUICK_START,
                        StackOptions.READY_LIMIT,
                        true),
                new Progress(System.out, Clock.systemUTC()));
        new Phone(stack.context().ports().url("vipps-sandbox")).awaitKvitt(Shop.MSN, "machine-1-qr");
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void a_cashier_without_a_mouse_sells_by_number_and_pays_a_part_back() {
        try (var open = Screen.DESKTOP.open("en", url("/"))) {
            var page = open.page();
            assertThat(button(page, "Coffee")).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(SOON));
            open.check("shop-till");
            open.keys().enter(button(page, "Coffee"));
            open.keys().press("Enter");
            open.keys().enter(page.locator("#charge"));

            var phone = phone(page);
            whose(phone);
            approve(phone);
            assertThat(page.locator("#title")).hasText("Paid", soon());
            assertThat(page.locator("#amount")).hasText("78.00 kr");
            assertThat(page.locator("#events")).containsText(PAID, told());
            open.check("shop-till-paid");

            page.getByLabel("Pay back, kr").fill("39.00");
            open.keys().enter(button(page, "Pay back"));
            assertThat(page.locator("#title")).hasText("Paid back", soon());
            open.keys().enter(page.locator("#leave"));
            assertThat(page.locator("#charge")).isVisible();
        }
    }

    @Test
    void a_customer_declines_scans_the_screen_instead_and_the_sale_is_cancelled() {
        try (var open = Screen.PHONE.open("en", url("/"))) {
            var page = open.page();
            open.check("shop-till");
            button(page, "Sandwich").click();
            page.locator("#charge").click();
            var phone = phone(page);
            whose(phone);
            phone.locator("a.card").first().click();
            phone.locator("#decline").click();
            assertThat(page.locator("#title")).hasText("The customer declined", soon());
            open.check("shop-till-declined");

            page.locator("summary").click();
            page.locator("#again").getByText("Code on this screen").click();
            page.locator("#again").getByRole(AriaRole.BUTTON).click();
            assertThat(page.locator("#code img")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON));
            open.check("shop-till-code");

            page.locator("#cancel").click();
            assertThat(page.locator("#title")).hasText("Cancelled", soon());
            page.locator("#leave").click();
        }
    }

    @Test
    void a_scan_opens_the_machines_sale_and_only_what_dropped_is_paid() {
        for (var screen : Screen.values()) {
            try (var open = screen.open("en", url("/vending"))) {
                var page = open.page();
                open.check("shop-vending");
                var phone = phone(page);
                whose(phone);
                scan(phone, "machine-1-qr");
                approve(phone);

                var soda = button(page, "Orange soda");
                assertThat(soda).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(SOON));
                open.check("shop-vending-choose");
                soda.click();
                button(page, "It dropped").click();

                assertThat(page.locator("#title")).hasText("Paid", soon());
                assertThat(page.locator("#amount")).hasText("30.00 kr");
                assertThat(page.locator("#events")).containsText(PAID, told());
                open.check("shop-vending-paid");
                page.locator("#leave").click();
            }
        }
    }

    @Test
    void a_passenger_scans_the_taxis_code_and_pays_on_the_page_beside_the_meter() {
        for (var screen : Screen.values()) {
            try (var open = screen.open("en", url("/taxi"))) {
                var page = open.page();
                open.check("shop-taxi");
                page.locator("#arrived").click();
                assertThat(page.locator("#title")).hasText("Waiting for a scan", soon());

                var phone = phone(page);
                whose(phone);
                scan(phone, "taxi-1-qr");
                assertThat(phone.locator("h1 .amount")).containsText("248.00", told());
                open.check("shop-taxi-scanned");
                phone.locator("button.go").click();
                phone.locator("#pay").click(new Locator.ClickOptions().setTimeout(SOON));

                assertThat(phone.locator("h1")).hasText("Paid", soon());
                assertThat(page.locator("#title")).hasText("Paid", soon());
                assertThat(page.locator("#events")).containsText(PAID, told());
                open.check("shop-taxi-paid");
                page.locator("#leave").click();
                assertThat(page.locator("#arrived")).isVisible();
            }
        }
    }

    @Test
    void the_shop_speaks_four_languages() {
        for (var screen : Screen.values()) {
            try (var open = screen.open("en", url("/"))) {
                for (var spoken : LANGUAGES) {
                    button(open.page(), spoken.name()).click();
                    // The page is loaded again: before that nothing on it counts.
                    assertThat(open.page().locator("html")).hasAttribute("lang", spoken.tag());
                    assertThat(open.page().locator("h1")).containsText(spoken.till());
                    for (var path : List.of("/", "/vending", "/taxi")) {
                        open.page().navigate(url(path));
                        assertThat(open.page().locator("#no-events, #events").locator("visible=true"))
                                .isVisible();
                        open.check("shop-" + spoken.tag() + path.replace('/', '-'));
                    }
                    open.page().navigate(url("/"));
                }
            }
        }
    }

    /** @param till what a till is called */
    private record Spoken(String name, String tag, String till) {}

    private static String url(String path) {
        return stack.context().ports().url(ExampleShop.NAME) + path;
    }

    private static FrameLocator phone(Page page) {
        return page.frameLocator("iframe");
    }

    /** The first of the people whose phone it may be. */
    private static void whose(FrameLocator phone) {
        phone.locator(".people button").first().click();
    }

    private static void scan(FrameLocator phone, String code) {
        phone.getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("Scan"))
                .click();
        phone.locator("#code-" + code).click();
    }

    private static void approve(FrameLocator phone) {
        phone.locator("a.card").first().click(new Locator.ClickOptions().setTimeout(SOON));
        phone.locator("#pay").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static LocatorAssertions.HasTextOptions soon() {
        return new LocatorAssertions.HasTextOptions().setTimeout(SOON);
    }

    private static LocatorAssertions.ContainsTextOptions told() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(SOON);
    }
}
