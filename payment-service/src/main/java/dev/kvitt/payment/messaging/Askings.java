package dev.kvitt.payment.messaging;

import dev.kvitt.events.AttemptRequested;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.Refusal;
import dev.kvitt.payment.domain.Sale;
import java.time.Instant;
import java.util.Optional;

/** Holds a till's wish to have somebody asked for a sale that is open against the limits and the registry. */
final class Askings {

    private final Openings openings;

    Askings(Openings openings) {
        this.openings = openings;
    }

    /**
     * @param sale as it stands
     * @param writtenAt when the till asked
     * @return why not; empty when somebody may be asked, or the request is about something else
     */
    Optional<Refusal> objection(PointOfSaleEvent request, Sale sale, Instant writtenAt, Instant now) {
        return wantedUntil(request).filter(until -> !now.isAfter(until)).flatMap(until -> ofTime(until, writtenAt)
                .or(() -> ofLateOpening(sale, now)));
    }

    private static Optional<Instant> wantedUntil(PointOfSaleEvent request) {
        return switch (request) {
            case CustomerPresented presented -> Optional.of(presented.validUntil());
            case AttemptRequested attempt -> Optional.of(attempt.validUntil());
            default -> Optional.empty();
        };
    }

    private Optional<Refusal> ofTime(Instant until, Instant writtenAt) {
        var longest = openings.longestValidity();
        return until.isAfter(writtenAt.plus(longest))
                ? Optional.of(new Refusal(
                        Openings.VALID_FOR_TOO_LONG,
                        "A payment request may be wanted for " + longest.toMinutes()
                                + " minutes at most. Nobody was asked by this request; the sale goes on without it.",
                        true))
                : Optional.empty();
    }

    /**
     * A sale for which nobody was asked in its time begins anew with this request. What was opened too late to be held against
     * the registry then would otherwise never be: not even by a till that is switched off.
     */
    private Optional<Refusal> ofLateOpening(Sale sale, Instant now) {
        var beginsAnew = sale.terms() != null
                && now.isAfter(sale.terms().validUntil())
                && sale.attempts().stream()
                        .allMatch(attempt ->
                                attempt.create() == null && attempt.ledger().state() == null);
        return beginsAnew ? openings.ofRegistry(sale.context(), sale.terms().amount()) : Optional.empty();
    }
}
