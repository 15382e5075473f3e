package dev.kvitt.system.browser;

import com.microsoft.playwright.Browser;

/** The two sizes at which every page must be good, in CSS pixels. */
public enum Screen {
    PHONE(390, 844),
    DESKTOP(1280, 900);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public int width() {
        return width;
    }

    int height() {
        return height;
    }

    /**
     * Opens a page in a browser that knows nothing yet: no cookies, nothing stored.
     *
     * @param language what the browser asks for in {@code Accept-Language}, for example {@code nb}
     */
    public OpenPage open(String language, String url) {
        var context = Browsers.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setHasTouch(this == PHONE)
                        .setIsMobile(this == PHONE)
                        .setTimezoneId("Europe/Oslo")
                        .setLocale(language));
        var open = new OpenPage(context, this, language);
        try {
            open.page().navigate(url);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
        return open;
    }
}
