package dev.kvitt.gateway.api;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The fields of a webhook's body: strict about what we use, deaf to everything else. */
final class BodyFields {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode body;

    private BodyFields(JsonNode body) {
        this.body = body;
    }

    static BodyFields of(byte[] raw) throws UnreadableBodyException {
        try {
            var body = MAPPER.readTree(raw);
            if (body == null || !body.isObject()) {
                throw new UnreadableBodyException("the body is not a JSON object");
            }
            return new BodyFields(body);
        } catch (IOException e) {
            // Jackson's message may show what was there.
            throw new UnreadableBodyException("the body is not JSON");
        }
    }

    /** Whether the field is there and says something. */
    boolean has(String field) {
        return body.hasNonNull(field);
    }

    /** The text of the field, 1 to {@code max} characters, none of them invisible. */
    String text(String field, int max) throws UnreadableBodyException {
        return optionalText(field, max)
                .orElseThrow(() -> new UnreadableBodyException(field + " is missing or not a text of our form"));
    }

    /** Empty also when it is of another form: what is optional must not make the rest unreadable. */
    Optional<String> optionalText(String field, int max) {
        return Optional.of(body.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isEmpty() && text.length() <= max && isPlain(text));
    }

    /** RFC 3339 with any offset. */
    Instant time(String field) throws UnreadableBodyException {
        return optionalTime(field)
                .orElseThrow(() -> new UnreadableBodyException(field + " is missing or not an RFC 3339 time"));
    }

    Optional<Instant> optionalTime(String field) {
        try {
            return optionalText(field, 40).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean truth(String field) throws UnreadableBodyException {
        var value = body.path(field);
        if (!value.isBoolean()) {
            throw new UnreadableBodyException(field + " is missing or not true or false");
        }
        return value.booleanValue();
    }

    /** Whole minor units; 49.9 or "4900" is somebody's mistake about money and not something to round. */
    Money money(String field) throws UnreadableBodyException {
        var value = body.path(field).path("value");
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new UnreadableBodyException(field + ".value is missing or not a whole number");
        }
        try {
            var currency = Currency.valueOf(body.path(field).path("currency").asText());
            return new Money(value.longValue(), currency);
        } catch (IllegalArgumentException e) {
            throw new UnreadableBodyException(field + " is not an amount in NOK, DKK or EUR");
        }
    }

    /** @throws OtherSalesUnitException when the field is there and names another than this */
    void requireSalesUnit(String field, Msn registered) throws OtherSalesUnitException {
        if (!body.path(field).asText().equals(registered.value())) {
            throw new OtherSalesUnitException();
        }
    }

    /** Neither control characters nor half characters: nobody could store them later. */
    private static boolean isPlain(String text) {
        return text.codePoints()
                .map(Character::getType)
                .noneMatch(type -> type == Character.CONTROL || type == Character.SURROGATE);
    }
}
