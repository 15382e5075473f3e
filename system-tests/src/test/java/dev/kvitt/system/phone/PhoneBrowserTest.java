package dev.kvitt.system.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.kvitt.system.browser.BrowserTest;
import dev.kvitt.system.browser.OpenPage;
import dev.kvitt.system.browser.Screen;
import dev.kvitt.system.browser.SmallServer;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A customer pays, declines and looks back on the sandbox's phone; the merchant's software is told the same. */
@BrowserTest
class PhoneBrowserTest {

    private static SandboxAlone sandbox;
    private static SmallServer shop;
    private static Kiosk kiosk;

    @BeforeAll
    static void start() throws IOException {
        sandbox = new SandboxAlone();
        kiosk = sandbox.kiosk();
        shop = new SmallServer();
        shop.page("/return", "<h1>Thank you</h1>");
        shop.page("/taxi", "<h1>Taxi 4711</h1>");
    }

    @AfterAll
    static void stop() {
        shop.close();
        sandbox.close();
    }

    @Test
    void a_request_shows_up_by_itself_and_is_approved() {
        try (var open = phone("4790000101")) {
            assertThat(open.page().getByText("Nothing to pay right now")).isVisible();

            var reference = kiosk.push("4790000101");
            open.page()
                    .getByRole(AriaRole.LINK)
                    .filter(with(SandboxAlone.MERCHANT))
                    .click();
            button(open, "Pay NOK 73.00").click();

            assertThat(open.page().locator(".look")).hasText("Reserved");
            assertThat(kiosk.state(reference)).isEqualTo("AUTHORIZED");
        }
    }

    @Test
    void a_declined_request_is_over_and_nothing_is_paid() {
        var reference = kiosk.push("4790000102");
        try (var open = request("4790000102")) {
            button(open, "Decline").click();

            assertThat(open.page().locator(".look")).hasText("Declined");
            assertThat(open.page().getByText("You have not paid anything.")).isVisible();
            assertThat(kiosk.state(reference)).isEqualTo("ABORTED");
        }
    }

    @Test
    void a_request_that_is_called_off_while_the_customer_looks_says_so_by_itself() {
        var reference = kiosk.push("4790000103");
        try (var open = request("4790000103")) {
            assertThat(button(open, "Decline")).isVisible();

            kiosk.release(reference);

            assertThat(open.page().locator(".look")).hasText("Called off");
            assertThat(button(open, "Decline")).not().isVisible();
        }
    }

    @Test
    void a_customer_who_lets_the_time_run_out_has_paid_nothing() {
        var reference = kiosk.push("4790000104");
        try (var open = request("4790000104")) {
            button(open, "Let the time run out").click();

            assertThat(open.page().locator(".look")).hasText("Expired");
            assertThat(kiosk.state(reference)).isEqualTo("EXPIRED");
        }
    }

    @Test
    void from_the_merchants_page_the_customer_chooses_a_phone_approves_and_is_back_at_the_merchant() {
        var reference = kiosk.webRedirect(shop.url() + "/return?t=1", "");
        try (var open = Screen.PHONE.open("en", kiosk.redirectUrl(reference))) {
            button(open, "Noor Vik").click();
            button(open, "Pay NOK 73.00").click();

            assertThat(open.page()).hasURL(shop.url() + "/return?t=1");
            assertThat(kiosk.state(reference)).isEqualTo("AUTHORIZED");
        }
    }

    @Test
    void a_customer_who_declines_is_back_at_the_merchant_too() {
        var reference = kiosk.webRedirect(shop.url() + "/return", namely("4790000105"));
        try (var open = Screen.PHONE.open("en", kiosk.redirectUrl(reference))) {
            button(open, "Decline").click();

            assertThat(open.page()).hasURL(shop.url() + "/return");
            assertThat(kiosk.state(reference)).isEqualTo("ABORTED");
        }
    }

    @Test
    void whoever_comes_too_late_is_told_and_can_go_back_to_the_merchant() {
        var reference = kiosk.webRedirect(shop.url() + "/return", namely("4790000106"));
        kiosk.release(reference);
        try (var open = Screen.PHONE.open("en", kiosk.redirectUrl(reference))) {
            assertThat(open.page().locator(".look")).hasText("Called off");

            open.page().getByText("Back to " + SandboxAlone.MERCHANT).click();

            assertThat(open.page()).hasURL(shop.url() + "/return");
        }
    }

    @Test
    void a_number_is_shared_by_those_who_say_so() {
        var reference = kiosk.push("4790000107", 4900, ",\"profile\":{\"scope\":\"phoneNumber\"}");
        try (var open = request("4790000107")) {
            button(open, "Pay NOK 49.00").click();
            assertThat(open.page().getByText("+4790000107").last()).isVisible();
            assertThat(kiosk.state(reference)).isEqualTo("CREATED");

            button(open, "Share and pay NOK 49.00").click();

            assertThat(open.page().locator(".look")).hasText("Reserved");
            assertThat(kiosk.get(reference).at("/userDetails/mobileNumber").asText())
                    .isEqualTo("4790000107");
        }
    }

    @Test
    void whoever_does_not_share_does_not_pay() {
        var reference = kiosk.push("4790000108", 4900, ",\"profile\":{\"scope\":\"phoneNumber\"}");
        try (var open = request("4790000108")) {
            button(open, "Pay NOK 49.00").click();
            button(open, "Do not share, do not pay").click();

            assertThat(open.page().locator(".look")).hasText("Declined");
            assertThat(kiosk.state(reference)).isEqualTo("ABORTED");
            assertThat(kiosk.get(reference).has("userDetails")).isFalse();
        }
    }

    @Test
    void a_printed_code_tells_who_is_there_and_the_request_comes_by_itself() {
        kiosk.callbackCode("counter-1", "At the counter");
        try (var open = Screen.PHONE.open("en", sandbox.phone("4790000109", "/scan"))) {
            button(open, "counter-1").click();
            assertThat(open.page().getByText(SandboxAlone.MERCHANT + " knows that you are here."))
                    .isVisible();

            kiosk.push("4790000109");

            assertThat(open.page().getByRole(AriaRole.HEADING).filter(with("To pay")))
                    .isVisible();
        }
    }

    @Test
    void a_code_on_a_screen_is_paid_by_the_one_who_scans_it() {
        var reference = kiosk.screen();
        try (var open = Screen.PHONE.open("en", sandbox.phone("4790000110", "/scan"))) {
            open.page().getByLabel("Text of a code").fill(kiosk.redirectUrl(reference));
            button(open, "Read the text").click();
            button(open, "Pay NOK 73.00").click();

            assertThat(open.page().locator(".look")).hasText("Reserved");
        }
    }

    @Test
    void a_redirect_code_opens_the_merchants_page() {
        kiosk.redirectCode("taxi-4711", shop.url() + "/taxi");
        try (var open = Screen.PHONE.open("en", sandbox.phone("4790000111", "/scan"))) {
            button(open, "taxi-4711").click();

            assertThat(open.page()).hasURL(shop.url() + "/taxi");
        }
    }

    @Test
    void the_receipt_with_its_taxes_is_in_the_wallet_afterwards() {
        var reference = kiosk.push("4790000112");
        try (var open = request("4790000112")) {
            button(open, "Pay NOK 73.00").click();
            assertThat(open.page().locator(".look")).hasText("Reserved");
            kiosk.capture(reference, Kiosk.AMOUNT);

            open.page().getByRole(AriaRole.LINK).filter(with("Wallet")).click();
            open.page().locator(".card").click();

            assertThat(open.page().locator(".look")).hasText("Paid");
            assertThat(open.page().getByRole(AriaRole.ROW).filter(with("Kaffe")))
                    .containsText("\u00d7 2");
            assertThat(open.page().getByRole(AriaRole.ROW).filter(with("25"))).containsText("NOK 10.00");
            assertThat(open.page().getByRole(AriaRole.ROW).filter(with("Total")))
                    .containsText("NOK 73.00");
        }
    }

    @Test
    void a_payment_goes_by_keyboard_alone_from_the_choice_of_the_phone_to_the_receipt() {
        var reference = kiosk.push("4790000113", 4900, ",\"profile\":{\"scope\":\"name phoneNumber\"}");
        try (var open = Screen.DESKTOP.open("en", sandbox.url() + "/phone")) {
            open.keys()
                    .tabTo(open.page().getByLabel("Phone number with country code"))
                    .type("+47 90 00 01 13")
                    .press("Enter");
            open.keys().enter(open.page().locator(".card"));
            open.keys().enter(button(open, "Pay NOK 49.00"));
            open.keys().enter(button(open, "Share and pay NOK 49.00"));
            assertThat(open.page().locator(".look")).hasText("Reserved");
            open.keys().enter(open.page().getByRole(AriaRole.LINK).filter(with("Wallet")));

            assertThat(open.page().locator(".card")).containsText(SandboxAlone.MERCHANT);
            assertThat(kiosk.state(reference)).isEqualTo("AUTHORIZED");
        }
    }

    @Test
    void the_language_of_the_browser_can_be_changed_for_another() {
        try (var open = Screen.PHONE.open("fi", sandbox.phone("4790000114", ""))) {
            assertThat(open.page().getByText("Ei maksettavaa juuri nyt")).isVisible();

            open.page().getByText("Dansk").click();

            assertThat(open.page().getByText("Intet at betale lige nu")).isVisible();
            assertThat(open.page()).hasURL(sandbox.phone("4790000114", ""));
        }
    }

    private static OpenPage phone(String number) {
        return Screen.PHONE.open("en", sandbox.phone(number, ""));
    }

    /** The one request that is on this phone. */
    private static OpenPage request(String number) {
        var open = phone(number);
        open.page().locator(".card").click();
        return open;
    }

    private static Locator button(OpenPage open, String name) {
        return open.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(spaced(name)));
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(spaced(text));
    }

    /** Amounts hold spaces at which no line is broken. */
    private static Pattern spaced(String text) {
        return Pattern.compile(text.replace(".", "\\.").replace("+", "\\+").replace(" ", "\\s"));
    }

    private static String namely(String customer) {
        return ",\"customer\":{\"phoneNumber\":\"" + customer + "\"}";
    }
}
