package dev.kvitt.payment.vipps;

import dev.kvitt.events.PaymentReference;
import dev.kvitt.messaging.Json;
import java.util.Map;

/**
 * A question to Vipps: how does this payment stand?
 *
 * @param number counts the questions about the sale
 * @param always whether the answer must be told even when it says nothing new
 */
public record Question(PaymentReference reference, long number, boolean always) {

    /** The kind of task that asks it. */
    public static final String TASK = "ask";

    public String json() {
        return Json.write(Map.of(
                "reference", reference.value(),
                "number", Long.toString(number),
                "always", Boolean.toString(always)));
    }

    static Question of(String json) {
        var fields = Json.strings(json);
        return new Question(
                new PaymentReference(fields.get("reference")),
                Long.parseLong(fields.get("number")),
                Boolean.parseBoolean(fields.get("always")));
    }
}
