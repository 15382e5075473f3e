package dev.kvitt.operations.console;

import dev.kvitt.operations.api.Problem;
import dev.kvitt.operations.api.Replays;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jboss.resteasy.reactive.RestForm;

/** What a person fills in to have topics read again, to see what was not applied. */
public class ReplayForm {

    /** A service's name. */
    @RestForm
    String target;

    /** Such as 2026-11-20T08:00, as clocks are where the shops are. */
    @RestForm
    String from;

    @RestForm
    String msn;

    @RestForm
    String saleId;

    @RestForm
    String rate;

    @RestForm
    String reason;

    /** A dry run: what is applied is applied from its page. */
    Replays.Order order(ZoneId zone) {
        return new Replays.Order(target, time(zone), text(msn), text(saleId), true, null, number(), reason);
    }

    private Instant time(ZoneId zone) {
        try {
            return LocalDateTime.parse(from == null ? "" : from.strip())
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException e) {
            throw Problem.badRequest("bad-time", "From is a day and a time, like 2026-11-20T08:00.");
        }
    }

    private Integer number() {
        try {
            return text(rate) == null ? null : Integer.valueOf(text(rate));
        } catch (NumberFormatException e) {
            throw Problem.badRequest("bad-rate", "Applied a second is a number from 1 to 10000.");
        }
    }

    private static String text(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
