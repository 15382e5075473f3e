package dev.kvitt.payment.vipps;

import dev.kvitt.events.PaymentReference;
import dev.kvitt.messaging.Json;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.StoreException;
import java.sql.SQLException;
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

    /**
     * Whether the same is still to be asked: while Vipps is away such questions would pile up. A question whose answer is
     * always told stands for one whose answer need not be, not the other way round.
     */
    public boolean isOpen(String key, Effects effects) {
        try (var select = effects.connection().prepareStatement("select body from task where key = ? and kind = ?")) {
            select.setString(1, key);
            select.setString(2, TASK);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    if (of(rows.getString(1)).standsFor(this)) {
                        return true;
                    }
                }
                return false;
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private boolean standsFor(Question other) {
        return reference.equals(other.reference) && (always || !other.always);
    }

    static Question of(String json) {
        var fields = Json.strings(json);
        return new Question(
                new PaymentReference(fields.get("reference")),
                Long.parseLong(fields.get("number")),
                Boolean.parseBoolean(fields.get("always")));
    }
}
