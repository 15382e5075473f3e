package dev.kvitt.system.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.kvitt.system.browser.BrowserTest;
import dev.kvitt.system.browser.OpenPage;
import dev.kvitt.system.browser.Screen;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of the phone fits phone and desk, in all four languages, and axe finds nothing wrong with it. */
@BrowserTest
class PhoneLooksBrowserTest {

    private static final String BUYER = "4790000201";
    private static final String SHARER = "4790000202";

    private static SandboxAlone sandbox;
    private static String paid;
    private static String asked;
    private static String sharing;
    private static String refused;
    private static Kiosk kiosk;

    @BeforeAll
    static void sell() throws IOException {
        sandbox = new SandboxAlone();
        kiosk = sandbox.kiosk();
        kiosk.callbackCode("counter-1", "At the counter");
        kiosk.redirectCode("taxi-4711", "https://shop.example/taxi");
        paid = kiosk.push(BUYER);
        refused = kiosk.push(BUYER, 24900, "");
        try (var open = Screen.PHONE.open("en", payment(BUYER, paid))) {
            press(open, "pay");
            press(open, payment(BUYER, refused), "decline");
        }
        kiosk.capture(paid, 5000);
        kiosk.release(paid);
        kiosk.refund(paid, 2500);
        asked = kiosk.push(BUYER);
        sharing = kiosk.push(SHARER, 300000, ",\"profile\":{\"scope\":\"name phoneNumber\"}");
        kiosk.screen();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "da", "fi", "en"})
    void every_page_is_good_in(String language) {
        var onSite = kiosk.webRedirect("https://shop.example/return", "");
        for (var screen : Screen.values()) {
            try (var open = screen.open(language, sandbox.url() + "/phone")) {
                open.check("phone-choose");
                look(open, kiosk.redirectUrl(onSite), "phone-landing-choose");
                look(open, sandbox.phone("4790000203", ""), "phone-nothing");
                look(open, sandbox.phone("4790000203", "?at=" + SandboxAlone.MERCHANT), "phone-checked-in");
                look(open, sandbox.phone(BUYER, ""), "phone-requests");
                look(open, payment(BUYER, asked), "phone-request");
                look(open, payment(SHARER, sharing) + "?consent=ask", "phone-consent");
                look(open, payment(BUYER, asked) + "?problem=CANNOT_PAY", "phone-problem");
                look(open, payment(BUYER, paid), "phone-receipt");
                look(open, payment(BUYER, refused), "phone-declined");
                look(open, sandbox.phone(BUYER, "/wallet"), "phone-wallet");
                look(open, sandbox.phone(BUYER, "/scan"), "phone-scan");
                look(open, sandbox.phone(BUYER, "/code"), "phone-code");
                open.expecting("404");
                look(open, payment(BUYER, "nothing-like-this-1"), "phone-not-found");
            }
        }
    }

    private static void look(OpenPage open, String url, String name) {
        open.page().navigate(url);
        open.check(name);
    }

    private static void press(OpenPage open, String url, String button) {
        open.page().navigate(url);
        press(open, button);
    }

    private static void press(OpenPage open, String button) {
        open.page().locator("#" + button).click();
        assertThat(open.page().locator(".look")).isVisible();
    }

    private static String payment(String customer, String reference) {
        return sandbox.phone(customer, "/payments/123456/" + reference);
    }
}
