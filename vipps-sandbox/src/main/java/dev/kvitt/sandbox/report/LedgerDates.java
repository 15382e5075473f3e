package dev.kvitt.sandbox.report;

import dev.kvitt.vipps.rules.Market;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A merchant's days: from one cut-off to the next, in its time zone. */
record LedgerDates(ZoneId zone, LocalTime dayEnds) {

    static LedgerDates of(Market market, LocalTime dayEnds) {
        String city =
                switch (market) {
                    case NO -> "Oslo";
                    case DK -> "Copenhagen";
                    case FI -> "Helsinki";
                };
        return new LedgerDates(ZoneId.of("Europe/" + city), dayEnds);
    }

    LocalDate at(Instant moment) {
        var local = moment.atZone(zone);
        // Compared, not subtracted: in the nights when clocks change an hour more or less must not move the cut-off.
        return local.toLocalTime().isBefore(dayEnds) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    }

    Instant begin(LocalDate date) {
        return date.atTime(dayEnds).atZone(zone).toInstant();
    }

    /** The first moment that is not the date's any more. */
    Instant end(LocalDate date) {
        return begin(date.plusDays(1));
    }
}
