package dev.kvitt.operations.console;

import dev.kvitt.events.Msn;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person typed to find something: kept as it was typed, with what is wrong beside it. Nothing typed is no error. */
public final class Typed {

    private static final int LONGEST = 100;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** Outside of these the database has no times, and the shops no sales. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2199;

    private final Map<String, String> values;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    private Typed(Map<String, String> values) {
        this.values = values;
    }

    /** @param names of the fields */
    static Typed in(RoutingContext context, List<String> names) {
        var values = new LinkedHashMap<String, String>();
        for (var name : names) {
            var value = context.queryParams().get(name);
            values.put(name, value == null ? "" : value.strip());
        }
        return new Typed(values);
    }

    public Field field(String name) {
        return new Field(name, values.get(name), wrong.get(name));
    }

    /** Whether nothing was typed at all. */
    public boolean isEmpty() {
        return values.values().stream().allMatch(String::isEmpty);
    }

    public boolean isWrong() {
        return !wrong.isEmpty();
    }

    /** Says beside a field what is wrong with it. */
    void refuse(String name, String sentence) {
        wrong.putIfAbsent(name, sentence);
    }

    /** @return null for nothing, and for what cannot be looked for */
    String text(String name) {
        var value = values.get(name);
        if (value.length() > LONGEST || CONTROL.matcher(value).find()) {
            refuse(name, "At most " + LONGEST + " characters, in one line.");
            return null;
        }
        return value.isEmpty() ? null : value;
    }

    String msn(String name) {
        return text(name, "4 to 7 digits, such as 123456.", text -> new Msn(text).value());
    }

    /** In minor units. */
    Long amount(String name) {
        return text(
                name,
                "An amount such as 49 or 49.50.",
                text -> Amounts.typed(text).stream().boxed().findFirst().orElseThrow(IllegalArgumentException::new));
    }

    LocalDate day(String name) {
        return text(name, "A day such as 2026-11-22.", text -> inRange(LocalDate.parse(text)));
    }

    /** A time, or a day, which begins at midnight. */
    Instant time(String name, ZoneId zone) {
        return text(name, "A time such as 2026-11-22 08:00, or a day.", text -> {
            var time = text.contains("-") && text.indexOf(':') < 0
                    ? LocalDate.parse(text).atStartOfDay()
                    : LocalDateTime.parse(text.replace(' ', 'T'));
            inRange(time.toLocalDate());
            return time.atZone(zone).toInstant();
        });
    }

    private static LocalDate inRange(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("out of range");
        }
        return day;
    }

    private interface Reader<T> {
        T read(String text);
    }

    private <T> T text(String name, String right, Reader<T> reader) {
        return Optional.ofNullable(text(name))
                .map(text -> {
                    try {
                        return reader.read(text);
                    } catch (IllegalArgumentException | DateTimeException e) {
                        refuse(name, right);
                        return null;
                    }
                })
                .orElse(null);
    }

    /** What was typed, as the query of an address; begins with a question mark, or is empty. */
    String query(Map<String, String> more) {
        var all = new LinkedHashMap<>(values);
        all.putAll(more);
        var query = all.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
