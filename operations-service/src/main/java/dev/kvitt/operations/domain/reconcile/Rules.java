package dev.kvitt.operations.domain.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * When a difference counts.
 *
 * @param now the time of the run
 * @param reportReadTo per sales unit, the time up to which its report was read to the end; none where it cannot be read, and then nothing is
 *     missed in it
 * @param booksReadTo per ledger of Vipps, the time up to which both of its lists were read to the end; none where one never was
 * @param reportGrace how long the report may trail
 * @param flight how long what Vipps did may be on its way to our ledger
 * @param forgottenAfter how long a reservation may stand
 * @param receiptGrace how long a receipt may take
 * @param lookAgainAfter how old a look at Vipps may be before it is repeated
 * @param shared sales units on which other systems sell, too
 */
public record Rules(
        Instant now,
        Map<String, Instant> reportReadTo,
        Map<String, Instant> booksReadTo,
        Duration reportGrace,
        Duration flight,
        Duration forgottenAfter,
        Duration receiptGrace,
        Duration lookAgainAfter,
        Set<String> shared) {

    public Rules {
        reportReadTo = Map.copyOf(reportReadTo);
        booksReadTo = Map.copyOf(booksReadTo);
        shared = Set.copyOf(shared);
    }

    boolean isDueInReport(String msn, Instant at) {
        Instant readTo = reportReadTo.get(msn);
        return readTo != null && !at.plus(reportGrace).isAfter(readTo);
    }

    boolean isDueHere(Instant at) {
        return !at.plus(flight).isAfter(now);
    }

    boolean isOver(Instant at, Duration patience) {
        return !at.plus(patience).isAfter(now);
    }
}
