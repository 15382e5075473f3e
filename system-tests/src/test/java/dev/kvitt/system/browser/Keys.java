package dev.kvitt.system.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who uses the keyboard alone. */
public final class Keys {

    /** More stops than this before what is looked for: nobody would get there. */
    private static final int STOPS = 60;

    private static final String HAS_FOCUS = "element => element === document.activeElement";

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    /** Presses Tab until this has the focus; fails when it never gets it, or gets it without showing so. */
    public Keys tabTo(Locator wanted) {
        wanted.waitFor();
        for (var stop = 0; stop < STOPS; stop++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(wanted.evaluate(HAS_FOCUS))) {
                assertShown(wanted);
                return this;
            }
        }
        throw new AssertionError("Not reached by Tab in " + STOPS + " stops: " + wanted);
    }

    /** Presses Tab until this has the focus, then Enter. */
    public void enter(Locator wanted) {
        tabTo(wanted);
        press("Enter");
    }

    /** @param key by Playwright's names: Enter, Space, ArrowDown, Escape, Shift+Tab */
    public Keys press(String key) {
        page.keyboard().press(key);
        return this;
    }

    public Keys type(String text) {
        page.keyboard().type(text);
        return this;
    }

    private static void assertShown(Locator focused) {
        var shown = focused.evaluate(
                """
                element => {
                  const style = getComputedStyle(element);
                  return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
                }
                """);
        if (!Boolean.TRUE.equals(shown)) {
            throw new AssertionError("Nobody can see that this has the focus: " + focused);
        }
    }
}
