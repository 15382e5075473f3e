package dev.kvitt.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** What can be done about a sale, from what Kvitt answered last. Kvitt decides; this only hides buttons that lead nowhere. */
final class Can {

    static final String OPEN = "open";
    static final String LEAVE = "leave";
    static final String CANCEL = "cancel";
    static final String ATTEMPT = "attempt";
    static final String REFUND = "refund";
    static final String CHOOSE = "choose";
    static final String DROP = "drop";

    private Can() {}

    static Set<String> now(Sale sale, JsonNode answer, Instant now) {
        var can = new TreeSet<String>();
        if (sale == null || sale.closed()) {
            can.add(OPEN);
            return can;
        }
        if (leave(sale, answer)) {
            can.add(LEAVE);
        }
        if (sale.requests().stream().anyMatch(Request::isUnsent)) {
            return can;
        }
        var decided = asked(sale, "/confirmation") || asked(sale, "/cancellation");
        switch (answer.path("todo").asText()) {
            case "wait", "present-customer" -> {
                if (!decided) {
                    can.add(CANCEL);
                    can.add(ATTEMPT);
                }
            }
            case "try-again" -> {
                if (!decided) {
                    can.add(ATTEMPT);
                }
            }
            case "hand-over", "nothing" -> {
                if (left(answer) > 0) {
                    can.add(REFUND);
                }
            }
            case "confirm-or-cancel" -> machine(sale, answer, now, can);
            default -> {}
        }
        return can;
    }

    private static boolean asked(Sale sale, String path) {
        return sale.requests().stream()
                .anyMatch(each -> each.path().equals(path) && each.state() == Request.State.ACCEPTED);
    }

    private static void machine(Sale sale, JsonNode answer, Instant now, Set<String> can) {
        if (!sale.lines().isEmpty()) {
            can.add(DROP);
        } else if (answer.has("selectUntil")
                && now.isBefore(Instant.parse(answer.path("selectUntil").asText()))) {
            can.add(CHOOSE);
        }
    }

    /** It came to its end, or Kvitt has refused to begin it and says that none began. */
    static boolean leave(Sale sale, JsonNode answer) {
        var unsent = sale.requests().stream().anyMatch(Request::isUnsent);
        var notTaken = sale.requests().stream()
                .anyMatch(each -> each.path().isEmpty() && each.state() == Request.State.NOT_ACCEPTED);
        var status = answer.path("status").asText();
        return !unsent
                && ((notTaken && status.equals("not-seen"))
                        || status.equals("done")
                        || answer.path("todo").asText().equals("send-corrected"));
    }

    static boolean isPaidOrReserved(String todo) {
        return Set.of("hand-over", "nothing", "confirm-or-cancel").contains(todo);
    }

    /** Minor units that were captured and not paid back. */
    static long left(JsonNode answer) {
        return answer.at("/sums/captured/value").asLong()
                - answer.at("/sums/refunded/value").asLong();
    }
}
