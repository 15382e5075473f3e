package dev.kvitt.payment.domain;

import dev.kvitt.events.Refusal;
import dev.kvitt.events.UserFlow;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One try to get the sale paid: one payment at Vipps.
 *
 * @param n 1 to 99
 * @param customer whom it asked; absent while facts came before we asked
 * @param flow how they were asked; absent with the customer
 * @param ledger what is known of its money
 * @param create the request to the customer; absent until given, as are the other commands
 * @param selectionOver when the time to sell ran out; absent until then
 * @param reservedUntil when the reservation ends by itself, as far as we know; absent until authorized
 * @param endsSoon the last call before that; absent until then
 * @param givingUp since when nobody wants a payment that may not exist; absent while somebody does
 */
public record Attempt(
        int n,
        Presented customer,
        UserFlow flow,
        Ledger ledger,
        Operation create,
        Operation capture,
        Operation cancel,
        Told told,
        Instant selectionOver,
        Instant reservedUntil,
        Instant endsSoon,
        Instant givingUp) {

    static Attempt number(int n) {
        return new Attempt(n, null, null, Ledger.EMPTY, null, null, null, Told.NOTHING, null, null, null, null);
    }

    Attempt asking(Presented whom, UserFlow how) {
        return new Attempt(
                n, whom, how, ledger, create, capture, cancel, told, selectionOver, reservedUntil, endsSoon, givingUp);
    }

    Attempt ledger(Ledger value) {
        return new Attempt(
                n,
                customer,
                flow,
                value,
                create,
                capture,
                cancel,
                told,
                selectionOver,
                reservedUntil,
                endsSoon,
                givingUp);
    }

    Attempt create(Operation value) {
        return new Attempt(
                n,
                customer,
                flow,
                ledger,
                value,
                capture,
                cancel,
                told,
                selectionOver,
                reservedUntil,
                endsSoon,
                givingUp);
    }

    Attempt capture(Operation value) {
        return new Attempt(
                n,
                customer,
                flow,
                ledger,
                create,
                value,
                cancel,
                told,
                selectionOver,
                reservedUntil,
                endsSoon,
                givingUp);
    }

    Attempt cancel(Operation value) {
        return new Attempt(
                n,
                customer,
                flow,
                ledger,
                create,
                capture,
                value,
                told,
                selectionOver,
                reservedUntil,
                endsSoon,
                givingUp);
    }

    Attempt told(Told value) {
        return new Attempt(
                n,
                customer,
                flow,
                ledger,
                create,
                capture,
                cancel,
                value,
                selectionOver,
                reservedUntil,
                endsSoon,
                givingUp);
    }

    Attempt selectionOver(Instant at) {
        return new Attempt(
                n, customer, flow, ledger, create, capture, cancel, told, at, reservedUntil, endsSoon, givingUp);
    }

    Attempt givingUp(Instant since) {
        return new Attempt(
                n,
                customer,
                flow,
                ledger,
                create,
                capture,
                cancel,
                told,
                selectionOver,
                reservedUntil,
                endsSoon,
                since);
    }

    Attempt reservedUntil(Instant value) {
        return new Attempt(
                n, customer, flow, ledger, create, capture, cancel, told, selectionOver, value, endsSoon, givingUp);
    }

    Attempt endsSoon(Instant at) {
        return new Attempt(
                n, customer, flow, ledger, create, capture, cancel, told, selectionOver, reservedUntil, at, givingUp);
    }

    /** Only its answer is left of the request: a restored database was of before it. */
    boolean isOfSomebodyForgotten() {
        return create != null && flow == null;
    }

    /** Somebody else's payment has this reference: it is never touched, whatever is told about it. */
    boolean isForeign() {
        return foreignRefusal().isPresent();
    }

    /** Any operation may be the first that is known to have met it. */
    Optional<Refusal> foreignRefusal() {
        return Stream.of(create, capture, cancel)
                .filter(operation -> operation != null && operation.rejected())
                .map(Operation::refusal)
                .filter(refusal -> Codes.REFERENCE_TAKEN.equals(refusal.code()))
                .findFirst();
    }

    /** Should two attempts hold money, the lower rank counts. */
    int rank() {
        if (capture != null || ledger.capturedAnything()) {
            return 0;
        }
        return create.rejected() || releaseBegan() || toldUnpaid() ? 2 : 1;
    }

    /** Captured, or about to be; not when Vipps refused to. */
    public boolean paid() {
        return ledger.capturedAnything() || (capture != null && !capture.rejected());
    }

    /** The last word about it was that nobody pays; nobody reckons with its money any more. */
    boolean toldUnpaid() {
        return told.done() && !told.settled();
    }

    /** Everything reserved is to be given back: no confirmation can be honoured any more. */
    boolean releaseBegan() {
        return cancel != null && !cancel.sparing();
    }
}
