package dev.kvitt.payment.messaging;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventData;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SaleParked;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.payment.domain.Output;
import dev.kvitt.payment.domain.Sale;
import dev.kvitt.payment.store.SaleJson;
import dev.kvitt.payment.vipps.Question;

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
            case Output.Ask ask when !ask.always() && Question.isOpen(key, effects) -> {
                // One that is waiting for Vipps will tell the same.
            }
            case Output.Ask ask ->
                effects.task(
                        Question.TASK, new Question(ask.reference(), ask.number(), ask.always()).json(), effects.now());
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

    static void tellParked(Entity entity, Effects effects) {
        var opening = SaleJson.of(entity).opening();
        var context = opening == null
                ? new SaleContext(msn(entity.key()), sale(entity.key()), null, null, null)
                : opening.sale();
        var refusal = new Refusal(
                "parked",
                "Kvitt could not process this sale and a person has to look at it. Take no other payment for it yet.",
                false);
        say(entity, new SaleParked(context, refusal), effects);
    }

    private static void say(Entity entity, EventData what, Effects effects) {
        Sale sale = SaleJson.of(entity).saidOneMore();
        SaleJson.put(entity, sale);
        effects.send(event(entity.key(), what, sale.said(), effects));
    }

    private static Msn msn(String key) {
        return new Msn(key.substring(0, key.indexOf('/')));
    }

    private static SaleId sale(String key) {
        return new SaleId(key.substring(key.indexOf('/') + 1));
    }
}
