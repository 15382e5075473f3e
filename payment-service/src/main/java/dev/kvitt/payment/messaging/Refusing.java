package dev.kvitt.payment.messaging;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleContext;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.payment.store.SaleJson;
import java.util.UUID;

/** Refuses what never gets to the saga. The sale goes on as if it had not been asked for. */
final class Refusing {

    private Refusing() {}

    /**
     * @param where of a sale that nobody has opened yet
     * @param requestId absent when it could not be read
     */
    static void request(
            Entity entity, SaleContext where, UUID eventId, String requestId, Refusal refusal, Effects effects) {
        var sale = SaleJson.of(entity).saidOneMore();
        SaleJson.put(entity, sale);
        var context = sale.context() == null ? where : sale.context();
        var refused = new RequestRefused(context, eventId, requestId, refusal);
        var id = Ids.own(context.msn(), context.saleId(), EventType.of(refused).typeName(), sale.said());
        effects.send(new Event<>(id, Outputs.SOURCE, effects.now(), context.msn(), context.tillId(), refused));
        effects.afterCommit(() -> SaleCounts.refused(refused));
    }
}
