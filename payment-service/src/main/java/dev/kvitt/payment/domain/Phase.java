package dev.kvitt.payment.domain;

import dev.kvitt.events.PaymentState;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a sale is in its life, in one word. For readers and for counting: the saga itself has no phases, only facts and wishes. */
public enum Phase {
    NEW("nobody has opened it yet"),
    WAITING("for a customer, or for their code to be scanned again"),
    ASKING("the request is on its way to Vipps"),
    REQUESTED("the customer is asked"),
    WITHDRAWING("the request is being taken back"),
    AUTHORIZED("the money is reserved, and the point of sale may sell"),
    CAPTURING("goods are with the customer, the money is being taken"),
    RELEASING("what was not sold is being given back"),
    SETTLED("paid, and nothing is left reserved"),
    REFUNDING("money is being paid back"),
    RELEASED("everything was given back"),
    CANCELLED("the point of sale gave it up, and nothing is held"),
    ABORTED("the customer declined"),
    EXPIRED("the customer did not answer"),
    FAILED("nobody could be asked"),
    UNCOLLECTABLE("goods are with the customer, and Vipps does not pay"),
    PARKED("a person has to look first");

    /** Nothing more is to happen to these, unless somebody wants it. */
    private static final Set<Phase> OVER = EnumSet.of(SETTLED, RELEASED, CANCELLED, ABORTED, EXPIRED, FAILED);

    private final String meaning;

    Phase(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }

    /** As pages and metrics call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOpen() {
        return !OVER.contains(this);
    }

    static Phase of(Sale sale) {
        if (sale.parked()) {
            return PARKED;
        }
        if (sale.terms() == null) {
            return NEW;
        }
        if (sale.wishes().refunds().stream().anyMatch(Refund::isOpen)) {
            return REFUNDING;
        }
        return sale.active().map(attempt -> of(sale, attempt)).orElseGet(() -> unasked(sale));
    }

    private static Phase unasked(Sale sale) {
        var ended = sale.attempts().stream().anyMatch(attempt -> attempt.told().done());
        if (!ended) {
            return WAITING;
        }
        return sale.wishes().isCancelled() ? CANCELLED : FAILED;
    }

    private static Phase of(Sale sale, Attempt attempt) {
        if (attempt.told().settled()) {
            return SETTLED;
        }
        if (attempt.capture() != null && attempt.capture().rejected()) {
            return UNCOLLECTABLE;
        }
        return attempt.told().done() ? ended(sale, attempt) : underWay(attempt);
    }

    private static Phase ended(Sale sale, Attempt attempt) {
        if (sale.wishes().isCancelled()) {
            return CANCELLED;
        }
        return switch (attempt.ledger().state()) {
            case null -> FAILED;
            case CREATED -> attempt.cancel() == null ? REQUESTED : WITHDRAWING;
            case AUTHORIZED -> attempt.ledger().nothingLeftForSure() ? RELEASED : RELEASING;
            case ABORTED -> ABORTED;
            case EXPIRED -> EXPIRED;
            case TERMINATED -> CANCELLED;
        };
    }

    private static Phase underWay(Attempt attempt) {
        if (attempt.ledger().state() == null) {
            return attempt.create().rejected() ? WAITING : ASKING;
        }
        if (attempt.ledger().state() == PaymentState.CREATED) {
            return attempt.cancel() == null ? REQUESTED : WITHDRAWING;
        }
        if (attempt.releaseBegan() || attempt.told().captured()) {
            return RELEASING;
        }
        return attempt.capture() == null ? AUTHORIZED : CAPTURING;
    }
}
