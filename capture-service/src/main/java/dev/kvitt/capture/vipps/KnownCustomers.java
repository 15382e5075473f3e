package dev.kvitt.capture.vipps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kvitt.capture.domain.Refusals;
import dev.kvitt.capture.vipps.Customers.Opened;
import dev.kvitt.events.CreatePayment;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The numbers of customers who agreed to be remembered, asked of checkin-service just before each call and kept by nobody: what
 * was erased there is erased here.
 */
public final class KnownCustomers {

    /** Of a whole call; a customer waits. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(KnownCustomers.class);
    /** By this checkin-service says itself that it does not remember somebody. */
    private static final String UNKNOWN = "unknown-customer";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIME_LIMIT).build();
    private final String checkin;
    private final String token;

    /** @param checkin where checkin-service is */
    public KnownCustomers(URI checkin, String token) {
        this.checkin = checkin.toString().replaceAll("/+$", "");
        this.token = token;
    }

    Opened numberOf(CreatePayment create) {
        try {
            var answer = answered(http.sendAsync(request(create), HttpResponse.BodyHandlers.ofString()));
            return switch (answer.statusCode()) {
                case 200 -> number(create, answer.body());
                case 404 -> unknown(create, answer.body());
                default -> away(create, "status " + answer.statusCode());
            };
        } catch (ExecutionException e) {
            return away(create, String.valueOf(e.getCause().getClass().getSimpleName()));
        } catch (TimeoutException e) {
            return away(create, "no answer within " + TIME_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return away(create, "interrupted");
        }
    }

    private HttpRequest request(CreatePayment create) {
        var path = "/internal/customers/" + encoded(create.customer().customerId()) + "/number?msn=" + create.msn()
                + "&saleId=" + create.saleId();
        return HttpRequest.newBuilder(URI.create(checkin + path))
                .timeout(TIME_LIMIT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .build();
    }

    /** An id is any visible text: it must stay one segment of the path. */
    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace(".", "%2E");
    }

    /** The request's own time limit ends with the headers; a body may hang as well. */
    private static HttpResponse<String> answered(CompletableFuture<HttpResponse<String>> call)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return call.get(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            call.cancel(true);
        }
    }

    private static Opened number(CreatePayment create, String body) {
        var number = read(body, "number");
        return number.isEmpty() ? away(create, "status 200 without a number") : new Opened.Value(number);
    }

    /** Any other 404 comes from a wrong address, a proxy or a release before, and says nothing about a customer. */
    private static Opened unknown(CreatePayment create, String body) {
        return read(body, "code").equals(UNKNOWN)
                ? new Opened.Lost(Refusals.CUSTOMER_UNKNOWN)
                : away(create, "status 404 that does not come from its customers");
    }

    /** What cannot be read is told nowhere: it may be a number. */
    private static String read(String body, String name) {
        try {
            return MAPPER.readTree(body).path(name).asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static Opened away(CreatePayment create, String why) {
        LOG.warnf(
                "The number of the customer of %s cannot be had from checkin-service (%s); nothing was sent. It is asked"
                        + " again until the request is too old.",
                create.key(), why);
        return new Opened.KeysAway();
    }
}
