package dev.kvitt.payment.domain;

import dev.kvitt.events.Currency;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a decision can do: say, ask, set timers, and remember that it did. Decides nothing itself. */
abstract class Acting {

    final List<Output> outputs = new ArrayList<>();
    final Timing timing;
    final Instant now;
    Sale sale;

    Acting(Sale sale, Timing timing, Instant now) {
        this.sale = sale;
        this.timing = timing;
        this.now = now;
    }

    void cancel(int n) {
        var id = OperationId.of(reference(), OperationId.Kind.CANCEL, n);
        sale = sale.cancel(Operation.given(id, n));
        say(sayings().cancel(id));
        setPoll(timing.slowPoll());
    }

    void setPoll(Duration wait) {
        outputs.add(new Output.SetTimer(Timer.POLL, now.plus(wait)));
    }

    void question(boolean always) {
        sale = sale.askedOnceMore();
        outputs.add(new Output.Ask(reference(), sale.asked(), always));
    }

    void failed(Refusal refusal, boolean lastWord) {
        if (!sale.told().failed()) {
            sale = sale.told(sale.told().failedNow());
            if (lastWord) {
                done();
            }
            say(sayings().failed(refusal, lastWord));
        }
    }

    void refuseConfirmation(Refusal refusal) {
        var wishes = sale.wishes();
        if (wishes.confirmed() != null && sale.capture() == null) {
            refuse(wishes.confirmed(), wishes.confirmedBy(), refusal);
            sale = sale.wishes(wishes.withoutConfirmation());
        }
    }

    void refuse(PointOfSaleEvent request, UUID eventId, Refusal refusal) {
        var unopened = new SaleContext(request.msn(), request.saleId(), null, request.tillId(), null);
        var context = sale.opening() == null ? unopened : sale.opening().sale();
        say(new RequestRefused(context, eventId, request.requestId(), refusal));
    }

    void done() {
        sale = sale.told(sale.told().doneNow());
        cancelTimer(Timer.POLL);
        cancelTimer(Timer.SELECTION_OVER);
    }

    void cancelTimer(Timer timer) {
        outputs.add(new Output.CancelTimer(timer));
    }

    void say(EventData what) {
        sale = sale.saidOneMore();
        outputs.add(new Output.Say(what, sale.said()));
    }

    Sayings sayings() {
        return new Sayings(sale, now);
    }

    Money captured() {
        return sale.ledger().sums(currency()).captured();
    }

    Currency currency() {
        return sale.opening().maxAmount().currency();
    }

    PaymentReference reference() {
        return PaymentReference.of(sale.opening().sale().saleId(), Turn.ATTEMPT);
    }

    boolean askedSince(Instant moment) {
        var read = sale.ledger().readAt();
        return read != null && !read.isBefore(moment);
    }
}
