package dev.kvitt.system.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/**
 * A page in a browser of its own. Closing it fails the test when the page wrote an error to its console or asked for
 * anything that is not on this machine.
 */
public final class OpenPage implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double LIMIT_MILLIS = 15_000;

    private final BrowserContext context;
    private final Page page;
    private final Screen screen;
    private final String language;
    private final Complaints complaints;

    OpenPage(BrowserContext context, Screen screen, String language) {
        this.context = context;
        this.screen = screen;
        this.language = language;
        context.setDefaultTimeout(LIMIT_MILLIS);
        this.complaints = new Complaints(context);
        this.page = context.newPage();
    }

    /** Playwright's own page, for all that it can do: it waits for what is looked for, 15 s at most. */
    public Page page() {
        return page;
    }

    /** Playwright's own context: more pages in the same browser, with the same cookies. */
    public BrowserContext context() {
        return context;
    }

    /** The keys of somebody without a mouse. */
    public Keys keys() {
        return new Keys(page);
    }

    /** The test expects this error, for example an answer 409, on the page's console. */
    public OpenPage expecting(String part) {
        complaints.expect(part);
        return this;
    }

    /** Fails, saying what is wrong where and how to mend it, unless the page keeps WCAG 2.2 AA as far as axe can tell. */
    public void assertNoViolations() {
        Axe.assertNoViolations(page);
    }

    /** Fails when the page is wider than the screen: nobody scrolls sideways to pay. */
    public void assertFits() {
        assertFits(screen.width());
    }

    private void assertFits(int width) {
        var wide = ((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue();
        if (wide > width) {
            throw new AssertionError(page.url() + " is " + wide + " px wide on a screen of " + width + " px");
        }
    }

    /**
     * Writes the whole page to {@code target/screenshots/NAME-390-nb.png}.
     *
     * @param name lower case with hyphens
     */
    public Path screenshot(String name) {
        return screenshot(name, screen.width());
    }

    private Path screenshot(String name, int width) {
        var file = SCREENSHOTS.resolve(name + "-" + width + "-" + language + ".png");
        var height = ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue();
        // A screen as high as the page: what sticks to the edge of the screen would else lie across its middle.
        page.setViewportSize(width, Math.max(height, screen.height()));
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        page.setViewportSize(width, screen.height());
        return file;
    }

    /** The same from a phone to a desktop, without loading it again; then it is as wide as it was. */
    public void checkAtEveryWidth(String name) {
        for (var width : List.of(390, 820, 1280)) {
            page.setViewportSize(width, screen.height());
            assertFits(width);
            assertNoViolations();
            screenshot(name, width);
        }
        page.setViewportSize(screen.width(), screen.height());
    }

    /** All that a page must be wherever it is looked at; then the picture of it. */
    public Path check(String name) {
        var file = screenshot(name);
        assertFits();
        assertNoViolations();
        return file;
    }

    @Override
    public void close() {
        context.close();
        complaints.assertNone();
    }
}
