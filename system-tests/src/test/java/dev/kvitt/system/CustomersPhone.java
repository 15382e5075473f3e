package dev.kvitt.system;

import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.SaleOpened;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * A customer's phone at the sandbox: what its pages say, in English and without their markup, and what its owner presses there.
 * A number of its own for each test keeps the requests of others away.
 */
public record CustomersPhone(String number) {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String COOKIE = "sandbox-phone=";

    /** What there is to pay. */
    public String toPay() {
        return read(phone(""));
    }

    /** The same after a printed code was scanned. */
    public String toPayAt(String merchant) {
        return read(phone("?at=" + merchant.replace(" ", "%20")));
    }

    /** One payment, with its receipt where there is one. */
    public String shows(SaleOpened sale, int attempt) {
        return read(payment(sale, attempt));
    }

    /** The owner looks at the request and pays. */
    public void pays(SaleOpened sale, int attempt) {
        press(payment(sale, attempt), "PAY");
    }

    /** A page of this phone, or one that a merchant's page has led to. */
    public String read(URI address) {
        var answer = send(HttpRequest.newBuilder(address));
        if (answer.statusCode() != 200) {
            throw new AssertionError(address + " answered " + answer.statusCode());
        }
        return answer.body()
                .replaceAll("<[^>]*>", " ")
                .replaceAll("&nbsp;|\\u00a0", " ")
                .replaceAll("\\s+", " ");
    }

    /**
     * Presses a button by its name in the form.
     *
     * @return where the phone goes then
     */
    public URI press(URI address, String button) {
        var answer = send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("press=" + button)));
        return answer.headers()
                .firstValue("Location")
                .map(address::resolve)
                .orElseThrow(() -> new AssertionError(button + " at " + address + " answered " + answer.statusCode()));
    }

    private URI payment(SaleOpened sale, int attempt) {
        return phone("/payments/" + sale.msn() + "/" + PaymentReference.of(sale.saleId(), attempt));
    }

    private URI phone(String page) {
        var sandbox = StackUnderTest.stack().context().ports().url("vipps-sandbox");
        return URI.create(sandbox + "/phone/" + number + page);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    request.header("Accept-Language", "en")
                            .header("Cookie", COOKIE + number)
                            .timeout(LIMIT)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
