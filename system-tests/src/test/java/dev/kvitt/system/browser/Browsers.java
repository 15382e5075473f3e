package dev.kvitt.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.Map;

/** The one browser of a test JVM: started when it is first needed, ended with the JVM. Used by one thread. */
final class Browsers {

    private static Playwright playwright;
    private static Browser browser;

    private Browsers() {}

    static synchronized Browser browser() {
        if (browser == null) {
            var program = Chromium.find().orElseThrow(() -> new IllegalStateException(Chromium.MISSING));
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setHeadless(true)
                            .setArgs(Chromium.OPTIONS));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> playwright.close()));
        }
        return browser;
    }
}
