package dev.kvitt.operations.api;

import dev.kvitt.operations.domain.Phase;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/** What the parameters of a request say, or why they say nothing. */
final class Asked {

    static final int MOST = 500;

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Asked() {}

    static int limit(Integer limit) {
        if (limit == null) {
            return 50;
        }
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("bad-limit", "limit is a number from 1 to 500.");
        }
        return limit;
    }

    /** A time, or a day, which begins at midnight UTC. Nothing where nothing is asked. */
    static Instant time(String name, String value) {
        if (absent(value)) {
            return null;
        }
        try {
            var time = value.length() == "2026-11-22".length()
                    ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(value);
            if (time.isBefore(FIRST) || time.isAfter(LAST)) {
                throw new DateTimeException("the database knows no such time");
            }
            return time;
        } catch (DateTimeException e) {
            throw Problem.badRequest(
                    "bad-time", name + " is a time like 2026-11-22T08:00:00Z, or a day like 2026-11-22.");
        }
    }

    static LocalDate day(String name, String value, LocalDate otherwise) {
        try {
            return absent(value) ? otherwise : LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw Problem.badRequest("bad-day", name + " is a day like 2026-11-22.");
        }
    }

    static String text(String value) {
        if (absent(value)) {
            return null;
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest("bad-text", "No text that is looked for holds control characters.");
        }
        return value.strip();
    }

    static String phase(String value) {
        var words = Arrays.stream(Phase.values()).map(Phase::word).toList();
        if (!absent(value) && !words.contains(value)) {
            throw Problem.badRequest("bad-phase", "phase is one of " + String.join(", ", words) + ".");
        }
        return text(value);
    }

    private static boolean absent(String value) {
        return value == null || value.isBlank();
    }
}
