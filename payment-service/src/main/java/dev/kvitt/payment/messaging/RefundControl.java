package dev.kvitt.payment.messaging;

import dev.kvitt.events.Money;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.Refusal;
import dev.kvitt.messaging.Origin;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.payment.domain.Attempt;
import dev.kvitt.payment.domain.Refund;
import dev.kvitt.payment.domain.Sale;
import dev.kvitt.payment.store.RefundDays;
import dev.kvitt.payment.store.RefundDays.TillDay;
import dev.kvitt.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may pay money back, and how much a day. Looks at what the saga would do: so it sees every way in which a request
 * comes to a refund, and what it refuses was never decided.
 */
@ApplicationScoped
class RefundControl {

    static final Refusal UNKNOWN_TILL = new Refusal(
            "unknown-till", "This sales unit has no such till; nothing was done. Correct the till's id.", false);

    /** Of one sale; each stays in its row for ever. */
    static final int MOST = 100;

    private static final Refusal TOO_MANY = new Refusal(
            "too-many-refunds",
            "This sale has had " + MOST
                    + " refunds asked for and takes no more; nothing was paid back. Pay the rest back by"
                    + " other means, or in Vipps' portal.",
            false);

    private final Registry registry;

    RefundControl(Registry registry) {
        this.registry = registry;
    }

    /**
     * Counts the refund that a request comes to, if it comes to one.
     *
     * @return why it may not be; empty when it may, or there is none
     */
    Optional<Refusal> objection(PointOfSaleEvent request, Origin origin, Sale before, Sale after, Effects effects)
            throws SQLException {
        var one = after.wishes().refunds().size() > before.wishes().refunds().size();
        if (one && before.wishes().refunds().size() >= MOST) {
            return Optional.of(TOO_MANY);
        }
        var added = added(before, after);
        if (added.isEmpty()) {
            return Optional.empty();
        }
        var allowed = RefundAllowance.of(origin, registry);
        if (allowed.isEmpty()) {
            return Optional.of(Permissions.NO_REFUNDS);
        }
        if (registry.till(request.msn(), request.tillId()).isEmpty()) {
            return Optional.of(UNKNOWN_TILL);
        }
        // What Vipps has done already is counted, and never refused: a restored database reads its request again.
        var limit = wasKnown(added.get(), before) ? Long.MAX_VALUE : allowed.getAsLong();
        return count(request, origin, added.get(), after, limit, effects);
    }

    /** The refund that the request came to; empty when there is none, or it is refused already. */
    private static Optional<Refund> added(Sale before, Sale after) {
        return after.wishes().refunds().stream()
                .filter(refund ->
                        refund.request() != null && find(refund, before).isEmpty())
                .filter(refund -> !cameToNothing(refund))
                .findFirst();
    }

    private static Optional<Refund> find(Refund refund, Sale sale) {
        return sale.wishes().refunds().stream()
                .filter(other -> other.request() != null
                        && other.request().eventId().equals(refund.request().eventId()))
                .findFirst();
    }

    /** Its result was there before its request. */
    private static boolean wasKnown(Refund refund, Sale before) {
        return refund.operation() != null
                && before.wishes().refunds().stream()
                        .anyMatch(other -> other.operation() != null
                                && other.operation()
                                        .id()
                                        .equals(refund.operation().id()));
    }

    private Optional<Refusal> count(
            PointOfSaleEvent request, Origin origin, Refund refund, Sale after, long limit, Effects effects)
            throws SQLException {
        var market = registry.salesUnit(request.msn()).orElseThrow().market();
        var amount = atMost(refund, after);
        if (amount.currency() != market.currency()) {
            return Optional.of(new Refusal(
                    "other-currency",
                    "This sales unit takes " + market.currency() + " only; nothing was paid back.",
                    false));
        }
        var day = new TillDay(request.msn(), request.tillId(), LocalDate.ofInstant(origin.writtenAt(), market.zone()));
        var id = refund.request().eventId();
        var left = RefundDays.take(effects.connection(), day, request.key(), id, amount.value(), limit);
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        beyond(new Money(limit, market.currency()), new Money(left.getAsLong(), market.currency())));
    }

    private static Refusal beyond(Money limit, Money left) {
        var sentence = "This till may have %s paid back a day and %s is left; nothing was paid back. Somebody with a"
                + " higher limit has to do it.";
        return new Refusal("refund-limit", sentence.formatted(limit, left), false);
    }

    /** Of a cancel that came too late nobody says how much it is, and not all of it may be captured yet. */
    private static Money atMost(Refund refund, Sale sale) {
        if (refund.amount() != null) {
            return refund.amount();
        }
        var confirmed = sale.wishes().confirmed();
        var captured = sale.attempts().stream()
                .map(Attempt::ledger)
                .filter(ledger -> ledger.seen() != null)
                .map(ledger -> ledger.seen().captured());
        return Stream.concat(captured, Stream.ofNullable(confirmed == null ? null : confirmed.amount()))
                .filter(amount -> !amount.isZero())
                .reduce(Money::max)
                .orElseGet(() -> Objects.requireNonNull(sale.terms(), "a late cancel has terms")
                        .amount());
    }

    /** Refunds that were refused since, by Vipps or by the saga, count no more. */
    static void giveBack(String saleKey, Sale before, Sale after, Effects effects) throws SQLException {
        for (var refund : after.wishes().refunds()) {
            if (refund.request() != null
                    && cameToNothing(refund)
                    && find(refund, before)
                            .filter(known -> !cameToNothing(known))
                            .isPresent()) {
                RefundDays.giveBack(
                        effects.connection(), saleKey, refund.request().eventId());
            }
        }
    }

    private static boolean cameToNothing(Refund refund) {
        var operation = refund.operation();
        return refund.told() && (operation == null || operation.outcome() == OperationResult.Outcome.REJECTED);
    }
}
