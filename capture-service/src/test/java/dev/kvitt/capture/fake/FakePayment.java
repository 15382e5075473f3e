package dev.kvitt.capture.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A payment in NOK at the fake Vipps. */
public final class FakePayment {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String reference;
    private final long amount;
    private final JsonNode metadata;
    private final String redirectUrl;
    private final ArrayNode log = JSON.createArrayNode();
    private String state = "CREATED";
    private long authorized;
    private long captured;
    private long cancelled;
    private long refunded;

    /** @param redirectUrl null for a push */
    FakePayment(String reference, long amount, JsonNode metadata, String redirectUrl, String key) {
        this.reference = reference;
        this.amount = amount;
        this.metadata = metadata;
        this.redirectUrl = redirectUrl;
        record("CREATED", amount, key);
    }

    synchronized void approve() {
        state = "AUTHORIZED";
        authorized = amount;
        record("AUTHORIZED", amount, null);
    }

    /** @return the error code, or 0 */
    synchronized int capture(long value, String key) {
        if (!state.equals("AUTHORIZED")) {
            return 6080;
        }
        if (value > authorized - captured - cancelled) {
            return captured + cancelled == authorized ? 6170 : 6090;
        }
        captured += value;
        record("CAPTURED", value, key);
        return 0;
    }

    /** @return the error code, or 0 */
    synchronized int cancel(String key) {
        if (state.equals("CREATED")) {
            state = "TERMINATED";
            cancelled = amount;
            record("TERMINATED", amount, key);
            return 0;
        }
        var rest = authorized - captured - cancelled;
        if (!state.equals("AUTHORIZED") || rest == 0) {
            return captured == 0 ? 6050 : 6040;
        }
        cancelled += rest;
        record("CANCELLED", rest, key);
        return 0;
    }

    /** @return the error code, or 0 */
    synchronized int refund(long value, String key) {
        if (value > captured - refunded) {
            return captured == 0 ? 6210 : captured == refunded ? 6180 : 6150;
        }
        refunded += value;
        record("REFUNDED", value, key);
        return 0;
    }

    /** Its log names no keys any more; Vipps may leave them out. */
    public synchronized void forgetKeys() {
        log.forEach(entry -> ((ObjectNode) entry).remove("idempotencyKey"));
    }

    public synchronized long refunded() {
        return refunded;
    }

    public synchronized long captured() {
        return captured;
    }

    public synchronized long cancelled() {
        return cancelled;
    }

    /** How many entries of the event log have this name. */
    public synchronized long events(String name) {
        return log.findValuesAsText("name").stream().filter(name::equals).count();
    }

    synchronized JsonNode log() {
        return log.deepCopy();
    }

    synchronized ObjectNode show(boolean withMetadata) {
        var json = JSON.createObjectNode().put("reference", reference).put("state", state);
        json.put("pspReference", "psp-" + reference);
        json.set("amount", money(amount));
        var aggregate = json.putObject("aggregate");
        aggregate.set("authorizedAmount", money(authorized));
        aggregate.set("capturedAmount", money(captured));
        aggregate.set("cancelledAmount", money(cancelled));
        aggregate.set("refundedAmount", money(refunded));
        json.putObject("paymentMethod").put("type", "WALLET");
        json.putObject("profile");
        if (withMetadata) {
            json.set("metadata", metadata);
            json.put("redirectUrl", redirectUrl);
        }
        return json;
    }

    private void record(String name, long value, String key) {
        var entry = log.addObject().put("reference", reference).put("name", name);
        entry.put("pspReference", "psp-" + reference + "-" + log.size());
        entry.put("timestamp", "2026-11-21T12:00:00.1234567Z");
        entry.put("idempotencyKey", key);
        entry.put("success", true);
        entry.set("amount", money(value));
    }

    private static ObjectNode money(long value) {
        return JSON.createObjectNode().put("currency", "NOK").put("value", value);
    }
}
