package dev.kvitt.capture.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Customers of whom checkin-service has the number. */
@Singleton
public class RememberedCustomers {

    static final String PATH = "/internal/customers/";

    private final Map<String, String> numbers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Reply instead;

    /** While away, no number can be had. */
    public void away(boolean now) {
        instead = now ? Reply.problem(503, 0) : null;
    }

    /** While somebody else answers at this address, or one of the release before, nobody is found. */
    public void notThere(boolean now) {
        instead = now ? Reply.problem(404, 0) : null;
    }

    /** @param msn of the only sales unit that gets it here */
    public void remember(String msn, String customerId, String number) {
        numbers.put(customerId + "/number?msn=" + msn, number);
    }

    public void erase(String msn, String customerId) {
        numbers.remove(customerId + "/number?msn=" + msn);
    }

    /** Paths and queries, as they came. */
    public List<String> asked() {
        return asked;
    }

    Reply answer(HttpExchange exchange) {
        if (!"Bearer internal-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Reply.problem(401, 0);
        }
        var uri = exchange.getRequestURI().toString();
        asked.add(uri);
        var number = numbers.get(uri.substring(PATH.length()).replaceAll("&saleId=.*", ""));
        var other = instead;
        if (other != null) {
            return other;
        }
        return number == null
                ? new Reply(404, JsonNodeFactory.instance.objectNode().put("code", "unknown-customer"))
                : new Reply(200, JsonNodeFactory.instance.objectNode().put("number", number));
    }
}
