package dev.kvitt.payment.messaging;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Msn;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.messaging.Unreadable;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.payment.domain.Sale;
import dev.kvitt.payment.store.SaleJson;

/** Refuses requests of tills and machines that cannot be read. The sale goes on as if they had not been made. */
final class Unreadables {

    private Unreadables() {}

    static void refuse(Entity entity, Unreadable message, Effects effects) {
        Sale sale = SaleJson.of(entity).saidOneMore();
        SaleJson.put(entity, sale);
        var context = context(sale, message);
        var refused = new RequestRefused(
                context, message.eventId(), message.requestId().orElse(null), refusal(message.reason()));
        var id = Ids.own(context.msn(), context.saleId(), EventType.of(refused).typeName(), sale.said());
        effects.send(new Event<>(id, Outputs.SOURCE, effects.now(), context.msn(), context.tillId(), refused));
    }

    private static SaleContext context(Sale sale, Unreadable message) {
        if (sale.context() != null) {
            return sale.context();
        }
        var slash = message.entityKey().indexOf('/');
        return new SaleContext(
                new Msn(message.entityKey().substring(0, slash)),
                new SaleId(message.entityKey().substring(slash + 1)),
                null,
                message.tillId().orElse(null),
                null);
    }

    private static Refusal refusal(String reason) {
        var sentence = Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + "; nothing was done.";
        return new Refusal("invalid-request", sentence, true);
    }
}
