package dev.kvitt.payment.domain;

import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerKnown;
import dev.kvitt.events.CustomerRemembered;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleParked;
import dev.kvitt.events.SaleUnparked;
import java.util.Objects;
import java.util.Optional;

/**
 * Folds one input into what is known and wanted. Whether a wish can be honoured is decided in {@link Course}, when the
 * money is known; here only what can never be is refused.
 */
final class Intake {

    private final Turn turn;

    Intake(Turn turn) {
        this.turn = turn;
    }

    void take(Input input) {
        switch (input) {
            case Input.Opened opened -> open(opened);
            case Input.CustomerPresented presented -> present(presented);
            case Input.Confirmed confirmed -> confirm(confirmed);
            case Input.AttemptRequested requested -> attempt(requested);
            case Input.Cancelled cancelled -> cancel(cancelled);
            case Input.RefundRequested(var request, var amount) -> wishes(wishes().refundWanted(request, amount));
            case Input.Fact fact -> turn.sale = Facts.with(turn.sale, fact, turn.now);
            case Input.ReceiptTold _ -> captureNow();
            case Input.Remembered(var what) -> tellKnown(what);
            case Input.TimerFired(var timer) -> new Timers(turn, this::captureNow).fired(timer);
            case Input.Parked parked -> park(parked);
            case Input.Unparked(var context) -> unpark(context);
            case Input.ReleaseOrdered _ -> turn.sale = turn.sale.releasedByPerson();
        }
    }

    private void open(Input.Opened opened) {
        if (turn.sale.terms() == null) {
            turn.sale = turn.sale.opened(opened.context(), opened.terms());
            if (turn.sale.customer() == null) {
                turn.sale = turn.sale.customer(opened.customer());
            }
            if (wishes().isCancelled()) {
                lastWord().ifPresent(this::cancelEnded);
            }
        } else if (!isSameSale(opened)) {
            turn.refuse(opened.request(), Refusals.SALE_ID_REUSED);
        }
    }

    /** A till that lost track sends its sale again; to refuse that would make it sell the same goods twice. */
    private boolean isSameSale(Input.Opened again) {
        return turn.sale.terms().sellsTheSameAs(again.terms())
                && Objects.equals(turn.sale.context().tillId(), again.context().tillId());
    }

    /**
     * Before the first request to a customer the latest counts; later they come with another attempt. A restored database may
     * read the answer to that request first.
     */
    private void present(Input.CustomerPresented presented) {
        var active = turn.sale.active();
        var forgotten = new Forgotten(turn);
        var asked = forgotten.ofWhoeverIsPresented();
        if (asked.isPresent()) {
            forgotten.wasAsked(asked.get(), presented.customer());
        } else if (active.isEmpty() && !turn.sale.hasEnded()) {
            turn.sale = turn.sale.customer(presented.customer());
        } else if (active.filter(Intake::waitsForCustomer).isPresent() && !wishes().isCancelled()) {
            wantNext(presented.request(), presented.customer());
        } else if (pressedPayOnPage(presented)) {
            attempt(new Input.AttemptRequested(
                    null, presented.customer(), presented.customer().validUntil()));
        } else {
            turn.refuse(presented.request(), Refusals.ALREADY_ASKED);
        }
    }

    /** The page gives a sale to another browser only after an attempt that was told final: that is the wish for the next one. */
    private static boolean pressedPayOnPage(Input.CustomerPresented presented) {
        return presented.request() == null && presented.customer().customer().kind() == Customer.Kind.BROWSER;
    }

    private static boolean waitsForCustomer(Attempt attempt) {
        return attempt.create().rejected()
                && attempt.ledger().state() == null
                && !attempt.isForeign()
                && attempt.told().waiting() != null;
    }

    private void confirm(Input.Confirmed confirmed) {
        var active = turn.sale.active();
        if (wishes().confirmed() != null || wasCapturedAtOnce(active)) {
            turn.refuse(confirmed.request(), Refusals.CONFIRMED_BEFORE);
        } else if (turn.releaseBeganWithoutCapture(active.orElse(turn.sale.attempt(1)))) {
            turn.refuse(confirmed.request(), Refusals.GIVEN_UP);
        } else if (objection(confirmed).isPresent()) {
            turn.refuse(confirmed.request(), objection(confirmed).get());
        } else {
            wishes(wishes().confirmed(new Confirmation(
                    confirmed.request(), confirmed.amount(), confirmed.lines(), confirmed.bottomLine())));
        }
    }

    /** A restored database may have forgotten that nobody needs to confirm any more. */
    private boolean wasCapturedAtOnce(Optional<Attempt> active) {
        return turn.sale.terms() != null
                && turn.sale.terms().captureAtOnce()
                && active.filter(attempt -> attempt.told().settled()).isPresent();
    }

    /** None before the opening; then it is looked at again when the money is there. */
    private Optional<Refusal> objection(Input.Confirmed confirmed) {
        return Optional.ofNullable(turn.sale.terms()).flatMap(terms -> Objections.to(confirmed.amount(), terms));
    }

    private void attempt(Input.AttemptRequested requested) {
        var active = turn.sale.active();
        var terms = turn.sale.terms();
        if (wishes().isCancelled() || turn.sale.released()) {
            turn.refuse(requested.request(), Refusals.GIVEN_UP);
        } else if (terms != null && terms.selfOpened()) {
            turn.refuse(requested.request(), Refusals.SCAN_AGAIN);
        } else if (active.filter(a -> a.capture() != null || a.ledger().tookMoneyForSure())
                .isPresent()) {
            turn.refuse(requested.request(), active.get().paid() ? Refusals.ALREADY_PAID : Refusals.NOT_COLLECTED);
        } else if (turn.sale.attempt(Sale.MAX_ATTEMPTS).create() != null) {
            turn.refuse(requested.request(), Refusals.TOO_MANY_ATTEMPTS);
        } else {
            want(requested);
        }
    }

    private void want(Input.AttemptRequested requested) {
        var before = turn.sale.customer();
        var who = requested.customer() == null && before != null
                ? new Presented(before.customer(), requested.validUntil())
                : requested.customer();
        if (turn.sale.active().isEmpty() && !turn.sale.hasEnded()) {
            turn.sale = who == null ? turn.sale : turn.sale.customer(who);
        } else if (who == null) {
            turn.refuse(requested.request(), Refusals.NO_CUSTOMER);
        } else {
            wantNext(requested.request(), who);
            // At once, not at the next poll: a customer waits.
            turn.sale.active().filter(turn::endIsToBeShown).ifPresent(ended -> turn.question(ended, true));
        }
    }

    /**
     * The later wish counts. A till that has another wish knows that itself; of somebody who pressed pay on a page, or scanned, it
     * has to be told that its own wish leads to nothing.
     */
    private void wantNext(Request request, Presented who) {
        if (request == null) {
            turn.refuse(wishes().next(), Refusals.GAVE_WAY);
        }
        wishes(wishes().next(request, who));
    }

    private void cancel(Input.Cancelled cancelled) {
        var active = turn.sale.active();
        var capture = active.map(Attempt::capture).orElse(null);
        var late = capture != null
                || active.filter(a -> a.ledger().capturedAnything()).isPresent();
        if (!late) {
            cancelInTime(cancelled.request());
        } else if (cancelled.refundIfLate()) {
            wishes(wishes().refundWanted(cancelled.request(), null));
        } else {
            turn.refuse(
                    cancelled.request(), capture != null && capture.rejected() ? Refusals.GIVEN_UP : Refusals.TOO_LATE);
        }
    }

    /** A confirmation that nothing was captured for yet gives way, as does another attempt: the later word counts. */
    private void cancelInTime(Request request) {
        var last = lastWord();
        var unasked = last.isPresent() && wishes().nextCustomer() != null;
        wishes(wishes().withoutConfirmation().cancelled(request));
        if (!unasked) {
            wishes(wishes().withoutNext());
            last.filter(ended -> turn.sale.terms() != null).ifPresent(this::cancelEnded);
        }
        // Otherwise a restored database may have forgotten that it asked: Vipps is asked before anything is told.
    }

    /** The attempt with which the sale has ended; empty while it goes on. */
    private Optional<Attempt> lastWord() {
        return turn.sale.attempts().stream()
                .filter(attempt -> attempt.told().done() && !attempt.told().settled())
                .reduce((earlier, later) -> later)
                .filter(last -> turn.sale
                        .active()
                        .filter(active -> active.n() > last.n())
                        .isEmpty());
    }

    /** Money that was not expected any more may be there or turn up: then the answer waits for the proof. */
    private void cancelEnded(Attempt last) {
        var held = last.create() != null && !last.isForeign() && turn.somethingIsHeld(last);
        if (held || turn.anotherIsHeld(last) || Beginning.moneyMayTurnUp(turn, last)) {
            turn.put(last.told(last.told().goingOn()));
        } else {
            turn.say(turn.sayings().ended(last, PaymentEnded.How.CANCELLED));
        }
    }

    private void captureNow() {
        turn.sale
                .active()
                .filter(attempt ->
                        turn.sale.terms() != null && turn.sale.terms().captureAtOnce())
                .filter(attempt -> attempt.ledger().isReserved() && !turn.givenUp(attempt))
                .filter(attempt -> wishes().confirmed() == null)
                .ifPresent(attempt -> wishes(wishes().confirmed(Confirmation.ofEverything(turn.sale.terms()))));
    }

    /** Nothing else comes of it, so it may come at any time, also after the last word. */
    private void tellKnown(CustomerRemembered what) {
        var context = turn.sale.context() == null ? what.sale() : turn.sale.context();
        turn.say(new CustomerKnown(context, what.customerId(), what.until()));
    }

    private void park(Input.Parked parked) {
        var before = turn.sale.parked();
        turn.sale = turn.sale.parked(true);
        if (parked.confirmationWaits()) {
            turn.sale = turn.sale.withConfirmationWaiting();
        }
        if (!before) {
            var context = turn.sale.context() == null ? parked.context() : turn.sale.context();
            turn.say(new SaleParked(context, Refusals.PARKED));
        }
    }

    private void unpark(SaleContext context) {
        if (turn.sale.parked()) {
            turn.sale = turn.sale.parked(false);
            new Timers(turn, this::captureNow).goOn();
            turn.say(new SaleUnparked(turn.sale.context() == null ? context : turn.sale.context()));
        }
    }

    private Wishes wishes() {
        return turn.sale.wishes();
    }

    private void wishes(Wishes value) {
        turn.sale = turn.sale.wishes(value);
    }
}
