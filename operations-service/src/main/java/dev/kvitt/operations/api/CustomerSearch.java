package dev.kvitt.operations.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.operations.services.ServiceDoors;
import dev.kvitt.operations.store.Audit;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The sales of whoever calls and knows nothing but their number, for whoever asks. checkin-service alone has numbers, of customers who
 * agreed to that; it compares keyed hashes. Here a number is handed on and kept nowhere: not in the audit, no log, no address.
 */
@Singleton
public class CustomerSearch {

    private static final String SERVICE = "checkin-service";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{9,15}");

    /** What people write between the digits, and before the country's. */
    private static final Pattern AROUND = Pattern.compile("^\\s*(\\+|00)|[\\s()-]");

    private final ServiceDoors doors;
    private final Audit audit;

    CustomerSearch(ServiceDoors doors, Audit audit) {
        this.doors = doors;
        this.audit = audit;
    }

    /** @param number as a person writes it, with the country's */
    public record Wanted(String number, String reason) {

        @Override
        public String toString() {
            return "Wanted[hidden]";
        }
    }

    /**
     * Whom a merchant knows by the number.
     *
     * @param number masked
     * @param sales {@code msn/saleId}
     */
    public record Known(String merchant, String customerId, String number, List<String> sales) {}

    public record Found(List<Known> customers) {}

    /** Written down before it is asked, whatever is found. */
    public Found find(Wanted wanted, String who) {
        var why = Decider.why(wanted == null ? null : wanted.reason());
        var number = digits(wanted.number());
        audit.record(who, "find-customer", null, why, Map.of());
        var answer = doors.post(SERVICE, "/operators/customers", Map.of("number", number));
        if (!answer.isOk()) {
            throw Problem.of(
                    Response.Status.SERVICE_UNAVAILABLE,
                    "service-away",
                    SERVICE + " cannot be asked just now. Nothing is known of this number.");
        }
        var found = new ArrayList<Known>();
        answer.body().path("customers").forEach(customer -> found.add(known(customer)));
        return new Found(found);
    }

    private static String digits(String typed) {
        var number = AROUND.matcher(typed == null ? "" : typed).replaceAll("");
        if (!NUMBER.matcher(number).matches()) {
            throw Problem.badRequest("bad-number", "A number is 9 to 15 digits with the country's first, such as 47.");
        }
        return number;
    }

    private static Known known(JsonNode customer) {
        var sales = new ArrayList<String>();
        customer.path("sales").forEach(sale -> sales.add(sale.asText()));
        return new Known(
                customer.path("merchant").asText(),
                customer.path("customerId").asText(),
                customer.path("number").asText(),
                sales);
    }
}
