package dev.kvitt.payment.messaging;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventData;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.payment.domain.Attempt;
import dev.kvitt.payment.domain.Output;
import dev.kvitt.payment.domain.Sale;
import dev.kvitt.payment.vipps.Question;
import java.util.List;

/** Writes what the saga wants: events and commands to the outbox, timers, questions as tasks. */
final class Outputs {

    static final String SOURCE = "kvitt/payment-service";

    private Outputs() {}

    static void write(String key, Output output, Effects effects) {
        switch (output) {
            case Output.Say say -> effects.send(event(key, say.what(), say.number(), effects));
            case Output.SetTimer set
            when set.timer().afterLog() -> effects.timerAfterLog(set.timer().name(), set.due());
            case Output.SetTimer set -> effects.timer(set.timer().name(), set.due());
            case Output.CancelTimer cancel -> effects.cancelTimer(cancel.timer().name());
            case Output.Ask ask -> ask(key, new Question(ask.reference(), ask.number(), ask.always()), effects);
        }
    }

    /** About each attempt that is known; about the first where none is, for a restored database may have forgotten it. */
    static void askAbout(String key, Sale sale, Effects effects) {
        var known = sale.attempts().stream().map(Attempt::n).toList();
        for (int n : known.isEmpty() ? List.of(1) : known) {
            ask(key, new Question(PaymentReference.of(sale(key), n), sale.asked(), true), effects);
        }
    }

    private static void ask(String key, Question question, Effects effects) {
        if (!question.isOpen(key, effects)) {
            effects.task(Question.TASK, question.json(), effects.now());
        }
    }

    /** Keys are {@code msn/saleId}, so sale and sales unit of whatever is said can be had from the entity's. */
    private static Event<?> event(String key, EventData what, long number, Effects effects) {
        var msn = msn(key);
        var id = Ids.own(msn, sale(key), name(what), number);
        var till = what instanceof PaymentEvent event ? event.sale().tillId() : null;
        return new Event<>(id, SOURCE, effects.now(), msn, till, what);
    }

    /** A restored database counts what it says anew; a command must not get the id of another one by that. */
    private static String name(EventData what) {
        var type = EventType.of(what).typeName();
        return what instanceof PaymentCommand command
                ? type + "/" + command.operationId() + "/" + command.issuedAt()
                : type;
    }

    /** Sale and sales unit as the key names them, for a sale that nobody has opened yet. */
    static SaleContext context(String key) {
        return new SaleContext(msn(key), sale(key), null, null, null);
    }

    static Msn msn(String key) {
        return new Msn(key.substring(0, key.indexOf('/')));
    }

    private static SaleId sale(String key) {
        return new SaleId(key.substring(key.indexOf('/') + 1));
    }
}
