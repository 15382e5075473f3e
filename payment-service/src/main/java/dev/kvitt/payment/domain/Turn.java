package dev.kvitt.payment.domain;

import dev.kvitt.events.Currency;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.RequestRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One decision in the making: the sale as it stands, and what was said, asked and set so far. Decides nothing itself. */
final class Turn {

    final List<Output> outputs = new ArrayList<>();
    final Timing timing;
    final Instant now;
    Sale sale;

    Turn(Sale sale, Timing timing, Instant now) {
        this.sale = sale;
        this.timing = timing;
        this.now = now;
    }

    Attempt put(Attempt attempt) {
        sale = sale.with(attempt);
        return attempt;
    }

    void setPoll(Duration wait) {
        set(Timer.POLL, now.plus(wait));
    }

    void set(Timer timer, Instant due) {
        outputs.add(new Output.SetTimer(timer, due));
    }

    void cancelTimer(Timer timer) {
        outputs.add(new Output.CancelTimer(timer));
    }

    void question(Attempt attempt, boolean always) {
        sale = sale.askedOnceMore();
        outputs.add(new Output.Ask(reference(attempt), sale.asked(), always));
    }

    void waiting(Attempt attempt, Refusal why) {
        if (!why.code().equals(attempt.told().waiting())) {
            put(attempt.told(attempt.told().waitingFor(why.code())));
            say(sayings().waiting(attempt, why));
        }
    }

    /** Raises an alarm, once for each reason. */
    void alarm(Attempt attempt, String why, Money amount) {
        if (!why.equals(attempt.told().atRisk())) {
            put(attempt.told(attempt.told().atRiskFor(why)));
            say(sayings().atRisk(attempt, why, amount));
        }
    }

    /** @return the attempt afterwards */
    Attempt failed(Attempt attempt, Refusal refusal, boolean lastWord) {
        if (attempt.told().failed()) {
            return attempt;
        }
        var told = put(attempt.told(attempt.told().failedNow()));
        if (lastWord) {
            told = done(told);
        }
        say(sayings().failed(told, refusal, lastWord));
        return told;
    }

    /** @return the attempt afterwards */
    Attempt done(Attempt attempt) {
        var ended = put(attempt.told(attempt.told().doneNow()));
        if (sale.attempts().stream().anyMatch(this::endIsToBeShown)) {
            // The till is not kept waiting for it, but what is approved after a made-up end would stay reserved.
            setPoll(timing.poll());
        } else {
            cancelTimer(Timer.POLL);
        }
        cancelTimer(Timer.SELECTION_OVER);
        cancelTimer(Timer.GIVE_UP);
        cancelTimer(Timer.AT_RISK);
        cancelTimer(Timer.DEADLINE);
        return ended;
    }

    /** While nothing was captured for it, a confirmation can be refused; what nobody asked for is only dropped. */
    void refuseConfirmation(Refusal refusal) {
        var confirmed = sale.wishes().confirmed();
        if (confirmed != null && sale.active().filter(a -> a.capture() != null).isEmpty()) {
            refuse(confirmed.request(), refusal);
            sale = sale.wishes(sale.wishes().withoutConfirmation());
        }
    }

    void refuseNext(Refusal refusal) {
        refuse(sale.wishes().next(), refusal);
        sale = sale.wishes(sale.wishes().withoutNext());
    }

    /** @param request absent where nobody of the point of sale asked */
    void refuse(Request request, Refusal refusal) {
        if (request != null) {
            var context = sale.context() == null ? request.from() : sale.context();
            say(new RequestRefused(context, request.eventId(), request.requestId(), refusal));
        }
    }

    void say(EventData what) {
        sale = sale.saidOneMore();
        outputs.add(new Output.Say(what, sale.said()));
    }

    Sayings sayings() {
        return new Sayings(sale, now);
    }

    OperationId operation(Attempt attempt, OperationId.Kind kind, int n) {
        return OperationId.of(reference(attempt), kind, n);
    }

    PaymentReference reference(Attempt attempt) {
        return PaymentReference.of(sale.context().saleId(), attempt.n());
    }

    Currency currency() {
        return sale.terms().currency();
    }

    boolean askedSince(Attempt attempt, Instant moment) {
        var read = attempt.ledger().readAt();
        return read != null && !read.isBefore(moment);
    }

    /** Not when Vipps has refused to make it: of what there is not, it shows nothing, whatever is told. */
    boolean mayExist(Attempt attempt) {
        return attempt.create() != null
                && (attempt.ledger().shown() != null
                        || !attempt.create().rejected()
                        || Beginning.moneyMayTurnUp(this, attempt));
    }

    /** It has ended, as far as events tell: Vipps is asked before that counts for more than an answer to the till. */
    boolean endIsToBeShown(Attempt attempt) {
        return attempt.ledger().endOnlyTold() && mayExist(attempt);
    }

    boolean somethingIsHeld(Attempt attempt) {
        return attempt.ledger().isWaitingForCustomer()
                || !attempt.ledger().capturable(currency()).isZero();
    }

    /** As far as webhooks tell, too. */
    Money captured(Attempt attempt) {
        return attempt.ledger().sums(currency()).captured();
    }

    /** An earlier request that turned up after all: its money is given back, and until then it is there. */
    boolean anotherIsHeld(Attempt attempt) {
        return sale.attempts().stream()
                .filter(other -> other.n() != attempt.n() && other.create() != null && !other.isForeign())
                .anyMatch(this::somethingIsHeld);
    }

    /** Nobody wants its money any more. */
    boolean givenUp(Attempt attempt) {
        return sale.wishes().isCancelled()
                || sale.released()
                || attempt.create().rejected()
                || attempt.releaseBegan()
                || attempt.told().failed()
                || attempt.toldUnpaid()
                || timeIsUp(attempt);
    }

    /** No confirmation can be honoured any more. Where money was captured, the confirmation for it is only late. */
    boolean releaseBeganWithoutCapture(Attempt attempt) {
        var began = sale.wishes().isCancelled() || sale.released() || attempt.releaseBegan();
        return began && attempt.capture() == null && !attempt.ledger().capturedAnything();
    }

    /** The point of sale had its time, everything it said by then is applied, and Vipps was asked since. */
    boolean timeIsUp(Attempt attempt) {
        return isOver(attempt, attempt.selectionOver()) || isOver(attempt, attempt.endsSoon());
    }

    private boolean isOver(Attempt attempt, Instant moment) {
        return moment != null && askedSince(attempt, moment);
    }
}
