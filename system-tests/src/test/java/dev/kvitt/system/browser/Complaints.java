package dev.kvitt.system.browser;

import com.microsoft.playwright.BrowserContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a page must not do, in any window of its browser: complain on its console, or ask anybody but this machine. */
final class Complaints {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> WITHOUT_HOST = Set.of("data", "blob", "about");

    private final List<String> all = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    Complaints(BrowserContext context) {
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                all.add("console: " + message.text() + " (" + message.location() + ")");
            }
        });
        context.onWebError(error -> all.add("uncaught: " + error.error()));
        context.onRequest(request -> {
            if (!isHere(request.url())) {
                all.add("asked somebody else: " + request.method() + " " + request.url());
            }
        });
    }

    void expect(String part) {
        expected.add(part);
    }

    void assertNone() {
        var wrong = all.stream()
                .filter(one -> expected.stream().noneMatch(one::contains))
                .toList();
        if (!wrong.isEmpty()) {
            throw new AssertionError("The page complained:\n  " + String.join("\n  ", wrong));
        }
    }

    static boolean isHere(String url) {
        var uri = URI.create(url);
        return WITHOUT_HOST.contains(uri.getScheme()) || HERE.contains(uri.getHost());
    }
}
