package dev.kvitt.payment.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.UnreadableEventException;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The body of a till's request: an event's data without what path and header say already.
 *
 * @param event what is asked for, as the contract wants it
 * @param hash the same for the same content, however it is written
 */
record RequestBody(PointOfSaleEvent event, byte[] hash) {

    /** Levels of objects and lists, as in events. */
    private static final int MAX_DEPTH = 32;

    private static final List<String> SAID_ELSEWHERE = List.of("msn", "saleId", "requestId");

    /** Where an event does not fit, as its codec says it. */
    private static final Pattern FIELD = Pattern.compile("(?: at |does not fit: )([A-Za-z0-9.\\[\\]]{1,100})");

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** @throws NoAnswer for what is not such a request; it names the field and never what stood in it */
    static RequestBody read(byte[] body, SaleRequest request, Callers.Asked asked, String requestId) {
        var json = json(body);
        var hash = hash(json);
        for (var name : SAID_ELSEWHERE) {
            if (json.has(name)) {
                throw bad(name, "Leave " + name + " out of the body: the path and the Idempotency-Key say it.");
            }
        }
        json.put("msn", asked.msn().value())
                .put("saleId", asked.saleId().value())
                .put("requestId", requestId);
        try {
            var event = EventCodec.data(request.type(), json.toString(), PointOfSaleEvent.class);
            return new RequestBody(event, hash);
        } catch (UnreadableEventException e) {
            throw unfitting(request, e.getMessage());
        }
    }

    private static ObjectNode json(byte[] body) {
        if (body == null || body.length == 0) {
            throw bad(null, "Send a JSON object.");
        }
        JsonNode node;
        try {
            // Decoded here because Jackson guesses the encoding and lets some broken UTF-8 through.
            node = MAPPER.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw bad(null, "This is not JSON in UTF-8, a field stands in it twice, or it is nested too deep.");
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw bad(null, "Send a JSON object.");
    }

    private static NoAnswer unfitting(SaleRequest request, String reason) {
        var found = FIELD.matcher(reason);
        var field = found.find() ? found.group(1) : null;
        var where = field == null ? "The body" : "The field " + field;
        var missing = reason.endsWith(" is missing") ? " is missing" : " does not fit";
        var sealing = field != null && field.contains("customer")
                ? " Numbers and codes of customers must be sealed: POST /customers/seal of checkin-service."
                : "";
        return bad(field, where + missing + ": see the schema " + request.type().typeName() + "." + sealing);
    }

    private static NoAnswer bad(String field, String sentence) {
        return new NoAnswer(new Problem(
                Status.BAD_REQUEST.getStatusCode(), sentence + " Nothing was done.", "invalid-request", field));
    }

    private static byte[] hash(ObjectNode json) {
        try {
            var sorted = MAPPER.writeValueAsBytes(MAPPER.treeToValue(json, Object.class));
            return MessageDigest.getInstance("SHA-256").digest(sorted);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "what was read as JSON has a JSON form, and every Java platform has SHA-256", e);
        }
    }
}
