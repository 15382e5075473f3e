package dev.kvitt.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Passenger;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.local.demo.TaxiFlow;
import dev.kvitt.local.demo.Till;
import dev.kvitt.system.browser.BrowserTest;
import dev.kvitt.system.browser.Screen;
import dev.kvitt.system.till.Tills;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The payment page and the one that passengers come back to, as they look and by keyboard. */
@BrowserTest
class PaymentPageBrowserTest {

    private static final List<String> LANGUAGES = List.of("nb", "da", "fi", "en");

    private final Tills tills = new Tills();
    private final Till meter = tills.shop.till(Shop.MSN, TaxiFlow.METER);

    private SaleOpened ride() {
        return meter.open(meter.basket().ride(34_900).atCode(TaxiFlow.CODE));
    }

    /** Where the code leads to, once the ride is there. */
    private String page(SaleOpened ride) {
        try (var passenger = new Passenger()) {
            return passenger
                    .await(
                            TaxiFlow.target(tills.shop.phone, ride.msn(), TaxiFlow.CODE),
                            page -> page.at().getPath().endsWith("/" + ride.saleId()),
                            "the code leads to this ride")
                    .at()
                    .toString();
        }
    }

    private void look(String name, String address, String... complaints) {
        for (var language : LANGUAGES) {
            for (var screen : Screen.values()) {
                try (var open = screen.open(language, address)) {
                    List.of(complaints).forEach(open::expecting);
                    assertThat(open.page().locator("html").getAttribute("lang")).isEqualTo(language);
                    open.check(name);
                }
            }
        }
    }

    @Test
    void a_passenger_pays_by_keyboard_and_every_page_on_the_way_is_good_to_look_at() {
        var ride = ride();
        var address = page(ride);
        look("page-pay", address);
        look("page-unknown-code", address.replaceFirst("/p/.*", "/p/" + ride.msn() + "/nobodys-code"), "404");
        URI back;
        try (var open = Screen.PHONE.open("nb", address)) {
            open.page().getByRole(AriaRole.TEXTBOX).fill("12");
            open.expecting("422");
            open.keys().enter(open.page().getByRole(AriaRole.BUTTON));
            open.page().getByRole(AriaRole.ALERT).waitFor();
            open.check("page-wrong");
            open.page().getByRole(AriaRole.TEXTBOX).fill("");
            open.keys().enter(open.page().getByRole(AriaRole.BUTTON));
            open.page().waitForURL(url -> url.contains("landing"));
            tills.asked(ride, 1);
            back = TaxiFlow.back(tills.shop, ride, 1);
            look("page-others", address);
            look("page-asked", back.toString());
            tills.shop.phone.reject(ride.msn(), Tills.reference(ride, 1));
            tills.hears(PaymentEnded.class, ride);
        }
        look("page-not-paid", back.toString());
        try (var open = Screen.PHONE.open("en", address)) {
            open.keys().enter(open.page().getByRole(AriaRole.BUTTON));
            open.page().waitForURL(url -> url.contains("landing"));
            tills.pays(ride, 2);
        }
        tills.hears(PaymentSettled.class, ride);
        back = TaxiFlow.back(tills.shop, ride, 2);
        try (var open = Screen.PHONE.open("en", back.toString())) {
            open.page()
                    .getByText("Paid", new Page.GetByTextOptions().setExact(true))
                    .waitFor();
        }
        look("page-paid", back.toString());
        look("page-over", address);
    }
}
