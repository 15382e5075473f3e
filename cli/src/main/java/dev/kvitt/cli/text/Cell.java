package dev.kvitt.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads the fields of an answer. A field that is absent or null is an empty text; money and times that are there and
 * make no sense are an error, since a wrong amount is worse than none.
 */
public final class Cell {

    private Cell() {}

    /** A text, number or truth as it stands there, on one line. */
    public static String text(JsonNode item, String field) {
        JsonNode value = item.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return Clean.line(value.isValueNode() ? value.asText() : value.toString());
    }

    /** A list of texts, with commas. */
    public static String list(JsonNode item, String field) {
        return item.path(field)
                .valueStream()
                .map(each -> Clean.line(each.asText()))
                .collect(Collectors.joining(", "));
    }

    /** {@code yes}, or nothing. */
    public static String flag(JsonNode item, String field) {
        return item.path(field).asBoolean(false) ? "yes" : "";
    }

    /** A whole number with its thousands apart. */
    public static String number(JsonNode item, String field) {
        JsonNode value = item.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isIntegralNumber()) {
            throw Failure.notUnderstood(field + " is no number");
        }
        return grouped(value.longValue());
    }

    /** For example {@code 12 345}. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** Money of a field, for example {@code 49.00 NOK}. */
    public static String money(JsonNode item, String field) {
        JsonNode value = item.path(field);
        return value.isMissingNode() || value.isNull() ? "" : money(value, () -> field);
    }

    /** Money itself. */
    public static String money(JsonNode money) {
        return money(money, () -> "an amount");
    }

    private static String money(JsonNode money, Supplier<String> name) {
        JsonNode value = money.path("value");
        String currency = money.path("currency").asText("");
        if (!value.isIntegralNumber() || !value.canConvertToLong() || !currency.matches("[A-Z]{3}")) {
            throw Failure.notUnderstood(name.get() + " is no money");
        }
        return BigDecimal.valueOf(value.longValue(), 2).toPlainString() + " " + currency;
    }

    /** A time in UTC, to the second. */
    public static String time(JsonNode item, String field) {
        String value = item.path(field).asText("");
        if (value.isEmpty() || value.equals("null")) {
            return "";
        }
        try {
            return Instant.parse(value).truncatedTo(ChronoUnit.SECONDS).toString();
        } catch (DateTimeParseException e) {
            throw Failure.notUnderstood(field + " is no time");
        }
    }
}
