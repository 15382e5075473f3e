package dev.kvitt.system.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.kvitt.local.stack.Secrets;
import dev.kvitt.local.stack.StackSecrets;
import dev.kvitt.system.StackUnderTest;
import dev.kvitt.system.browser.OpenPage;
import dev.kvitt.system.browser.Screen;

/** The console of the stack under test, in a browser. */
final class Console {

    private Console() {}

    /** @param user viewer, operator, finance or all */
    static OpenPage loggedIn(Screen screen, String user) {
        var open = screen.open("en", url("/console"));
        var page = open.page();
        page.locator("#name").fill(user);
        page.locator("#password")
                .fill(new Secrets(StackUnderTest.stack().context().data().secrets())
                        .password(StackSecrets.CONSOLE_PASSWORD));
        page.locator("#password").press("Enter");
        assertThat(page.locator("nav a").first()).isVisible();
        return open;
    }

    static String url(String path) {
        return StackUnderTest.stack().context().ports().url("operations-service") + path;
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
