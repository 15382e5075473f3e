package dev.kvitt.vipps.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the wanted fields of an answer and passes over all others. Messages name the field, never its value. */
public final class JsonAnswer {
    private final String name;
    private final JsonNode node;

    JsonAnswer(String name, JsonNode node) {
        this.name = name;
        this.node = node;
    }

    /** A non-empty text. */
    public String text(String field) {
        return optionalText(field).orElseThrow(() -> missing(field));
    }

    /** A non-empty text, where there is one. */
    public Optional<String> optionalText(String field) {
        JsonNode value = node.path(field);
        if (isAbsent(field) || (value.isTextual() && value.textValue().isEmpty())) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new UnreadableAnswer("the answer's " + field + " is not a text");
        }
        return Optional.of(value.textValue());
    }

    /** A whole number. */
    public long integer(String field) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw missing(field);
        }
        return value.longValue();
    }

    /** A whole number, where there is one; anything else counts as none. */
    public OptionalLong optionalInteger(String field) {
        JsonNode value = node.path(field);
        return value.isIntegralNumber() && value.canConvertToLong()
                ? OptionalLong.of(value.longValue())
                : OptionalLong.empty();
    }

    /** A text for people, where there is one: numbers count as texts, anything else as none. Nothing may be decided by it. */
    public Optional<String> anyText(String field) {
        JsonNode value = node.path(field);
        return value.isTextual() || value.isNumber()
                ? Optional.of(value.asText()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** A truth value, where there is one; anything else counts as none. */
    public Optional<Boolean> optionalBool(String field) {
        JsonNode value = node.path(field);
        return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
    }

    /** A truth value. */
    public boolean bool(String field) {
        JsonNode value = node.path(field);
        if (!value.isBoolean()) {
            throw missing(field);
        }
        return value.booleanValue();
    }

    /** A truth value that is false where nothing is said. */
    public boolean flag(String field) {
        return !isAbsent(field) && bool(field);
    }

    /** A time with its offset. */
    public Instant instant(String field) {
        return optionalInstant(field).orElseThrow(() -> missing(field));
    }

    /** A time with its offset, where there is one. */
    public Optional<Instant> optionalInstant(String field) {
        return optionalText(field).map(text -> parse(field, text));
    }

    /** A time with its offset, where there is a readable one; anything else counts as none. Nothing may be decided by it alone. */
    public Optional<Instant> readableInstant(String field) {
        try {
            return optionalInstant(field);
        } catch (UnreadableAnswer notATime) {
            return Optional.empty();
        }
    }

    /** An object. */
    public JsonAnswer object(String field) {
        return optionalObject(field).orElseThrow(() -> missing(field));
    }

    /** An object, where there is one. */
    public Optional<JsonAnswer> optionalObject(String field) {
        JsonNode value = node.path(field);
        return value.isObject() ? Optional.of(new JsonAnswer(field, value)) : Optional.empty();
    }

    /** The elements of the array called so. */
    public List<JsonAnswer> elements(String field) {
        return new JsonAnswer(field, node.path(field)).elements();
    }

    /** The elements of the array called so; none where nothing is said. */
    public List<JsonAnswer> elementsOrNone(String field) {
        return isAbsent(field) ? List.of() : elements(field);
    }

    /** The elements of the array called so; none where there is no array. Nothing may be decided by them. */
    public List<JsonAnswer> optionalElements(String field) {
        return node.path(field).isArray() ? elements(field) : List.of();
    }

    /** The elements of the array this answer is. */
    public List<JsonAnswer> elements() {
        if (!node.isArray()) {
            throw new UnreadableAnswer("the answer's " + name + " is not an array");
        }
        List<JsonAnswer> elements = new ArrayList<>();
        node.forEach(element -> elements.add(new JsonAnswer(name, element)));
        return elements;
    }

    /** The text this answer is. */
    public String asText() {
        if (!node.isTextual()) {
            throw new UnreadableAnswer("the answer's " + name + " is not a text");
        }
        return node.textValue();
    }

    /** The texts of the array called so; none where there is no array, and other elements passed over. */
    public List<String> optionalTexts(String field) {
        return optionalElements(field).stream()
                .filter(element -> element.node.isTextual())
                .map(element -> element.node.textValue())
                .toList();
    }

    /** The pairs of texts of an object; none where there is none. */
    public Map<String, String> texts(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.path(field).forEachEntry((key, value) -> {
            if (value.isTextual()) {
                texts.put(key, value.textValue());
            }
        });
        return texts;
    }

    private boolean isAbsent(String field) {
        return node.path(field).isMissingNode() || node.path(field).isNull();
    }

    private static Instant parse(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new UnreadableAnswer("the answer's " + field + " is not a time");
        }
    }

    private static UnreadableAnswer missing(String field) {
        return new UnreadableAnswer("the answer's " + field + " is missing or of another type");
    }
}
