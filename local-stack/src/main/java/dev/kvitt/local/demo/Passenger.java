package dev.kvitt.local.demo;

import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.LauncherException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A passenger's browser without JavaScript: keeps cookies, follows redirects, and looks again where a page says so. */
public final class Passenger implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /**
     * A page, after all redirects within its own host.
     *
     * @param elsewhere where another host is to be opened; absent while this page is to be shown
     */
    public record Page(URI at, int status, String text, URI elsewhere) {}

    /** Scans the printed code and looks until there is something to pay. */
    public Page scan(URI code) {
        return await(code, page -> TOKEN.matcher(page.text()).find(), "the page shows what is to be paid");
    }

    /** Scans the printed code and looks until it leads to this sale. */
    public Page scan(URI code, SaleOpened sale) {
        return await(code, page -> page.at().getPath().endsWith("/" + sale.saleId()), "the code leads to this sale");
    }

    /**
     * Presses pay, and waits to be sent on.
     *
     * @param phone what was typed; empty for nothing
     * @return the address at Vipps
     */
    public URI pay(Page shown, String phone) {
        var token = TOKEN.matcher(shown.text());
        if (!token.find()) {
            throw new LauncherException("There is nothing to pay on the page " + shown.at());
        }
        var form = "token=" + encoded(token.group(1)) + "&phone=" + encoded(phone);
        var pressed = follow(
                shown.at(),
                send(HttpRequest.newBuilder(shown.at())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))));
        return pressed.elsewhere() != null
                ? pressed.elsewhere()
                : await(pressed.at(), page -> page.elsewhere() != null, "the page leads on to Vipps")
                        .elsewhere();
    }

    /** Opens a page. */
    public Page open(URI address) {
        return follow(address, send(HttpRequest.newBuilder(address)));
    }

    /** Looks at a page again and again, as it asks for. */
    public Page await(URI address, Predicate<Page> wanted, String what) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            var page = open(address);
            if (wanted.test(page)) {
                return page;
            }
            if (System.nanoTime() > end) {
                throw new LauncherException(
                        "Waited " + LIMIT.toSeconds() + " s in vain until " + what + " at " + address);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private Page follow(URI from, HttpResponse<String> answer) {
        if (answer.statusCode() != 303) {
            return new Page(from, answer.statusCode(), answer.body(), null);
        }
        var to = from.resolve(answer.headers().firstValue("Location").orElseThrow());
        return to.getRawAuthority().equals(from.getRawAuthority())
                ? open(to)
                : new Page(from, answer.statusCode(), "", to);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.header("Accept-Language", "en").timeout(LIMIT).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
