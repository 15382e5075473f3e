package dev.kvitt.cli.command;

import dev.kvitt.cli.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Times as people write them. */
final class Moment {

    /** For help texts. */
    static final String FORMS = "2026-11-22, 2026-11-22T10:00Z, or 90m, 24h, 7d ago";

    private Moment() {}

    /** RFC 3339, a day (its beginning in UTC), or how long ago; null stays null. */
    static Instant of(String text, InstantSource clock) {
        if (text == null) {
            return null;
        }
        try {
            if (text.matches("[1-9][0-9]{0,5}[mhd]")) {
                long count = Long.parseLong(text.substring(0, text.length() - 1));
                return clock.instant()
                        .minus(unit(text.charAt(text.length() - 1)).multipliedBy(count));
            }
            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Failure.usage("\"" + text + "\" is no time: say " + FORMS + ".");
        }
    }

    /** The day in UTC of such a time; null stays null. */
    static LocalDate day(String text, InstantSource clock) {
        Instant moment = of(text, clock);
        return moment == null ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Duration unit(char letter) {
        return switch (letter) {
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }
}
