package dev.kvitt.shop;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a sale stands, for the cashier. What to do is Kvitt's own sentence and not here.
 *
 * @param say to the customer; empty for nothing
 * @param look good, bad, wait or ask
 */
record Words(String title, String say, String look) {

    static Words of(Sale sale, JsonNode answer, String lastType) {
        if (sale.requests().stream().anyMatch(Request::isUnsent)) {
            return new Words("Telling Kvitt …", "", "wait");
        }
        return switch (answer.path("todo").asText()) {
            case "hand-over" -> new Words("Paid", "Thank you! Here you are.", "good");
            case "nothing" -> new Words("Paid back", "The money is on its way back to you.", "good");
            case "try-again" -> notPaid(answer.path("outcome").asText());
            case "collect-otherwise" -> new Words("Not collected", "May I ask you to pay in another way?", "bad");
            case "present-customer" -> customer(sale);
            case "confirm-or-cancel" -> new Words("Reserved", "", "ask");
            case "send-corrected" -> new Words("Not taken", "", "bad");
            case "call-somebody" -> new Words("Call somebody", "One moment, please.", "bad");
            case "wait" -> waiting(sale, lastType);
            default ->
                Can.leave(sale, answer) ? new Words("Not taken", "", "bad") : new Words("Asking Kvitt …", "", "wait");
        };
    }

    private static Words notPaid(String outcome) {
        var title =
                switch (outcome) {
                    case "cancelled" -> "Cancelled";
                    case "aborted" -> "The customer declined";
                    case "expired" -> "Nobody approved in time";
                    case "released" -> "Given back";
                    default -> "No payment";
                };
        var say = outcome.equals("cancelled") ? "Nothing was paid." : "Nothing was paid. Shall we try once more?";
        return new Words(title, say, "bad");
    }

    private static Words waiting(Sale sale, String lastType) {
        if (lastType.contains("authorized") || lastType.contains("captured")) {
            return new Words("Approved, being collected", "", "wait");
        }
        if (!lastType.contains("requested")) {
            return new Words("Asking the customer …", "", "wait");
        }
        return new Words("Waiting for the customer", say(sale), "wait");
    }

    private static String say(Sale sale) {
        return switch (Way.of(sale)) {
            case SCREEN -> "Please scan this code with your phone.";
            case PAGE -> "Please pay on your phone, on the page of the code.";
            default -> "Please approve in the app on your phone.";
        };
    }

    private static Words customer(Sale sale) {
        return switch (Way.of(sale)) {
            case PRINTED -> new Words("Waiting for a scan", "Please scan the code on the counter.", "wait");
            case PAGE -> new Words("Waiting for a scan", "Please scan the code on the seat in front of you.", "wait");
            default -> new Words("Who pays?", "May I scan your code once more?", "ask");
        };
    }
}
