package dev.kvitt.payment.messaging;

import dev.kvitt.events.Msn;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.messaging.Unreadable;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;

/** Refuses requests of tills and machines that cannot be read. The sale goes on as if they had not been made. */
final class Unreadables {

    private Unreadables() {}

    static void refuse(Entity entity, Unreadable message, Effects effects) {
        Refusing.request(
                entity,
                context(message),
                message.eventId(),
                message.requestId().orElse(null),
                refusal(message.reason()),
                effects);
    }

    private static SaleContext context(Unreadable message) {
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
