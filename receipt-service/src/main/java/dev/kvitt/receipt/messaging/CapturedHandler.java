package dev.kvitt.receipt.messaging;

import dev.kvitt.events.Event;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.messaging.store.StoreException;
import dev.kvitt.receipt.store.ReceiptRows;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Wants a receipt for each captured payment with lines. */
@Singleton
public class CapturedHandler implements Handler {

    private static final Logger LOG = Logger.getLogger(CapturedHandler.class);

    @Override
    public List<String> topics() {
        return List.of(Topics.PAYMENT_EVENTS);
    }

    @Override
    public Optional<Routed> route(Event<?> event) {
        return event.data() instanceof PaymentCaptured captured
                        && !captured.lines().isEmpty()
                ? Optional.of(new Routed(captured.key(), event.id(), event))
                : Optional.empty();
    }

    @Override
    public void handle(Entity entity, Routed message, Effects effects) {
        var captured = (PaymentCaptured) message.event().data();
        try {
            if (ReceiptRows.insert(effects.connection(), captured, effects.now())) {
                effects.task(ReceiptTask.KIND, ReceiptTask.body(captured), effects.now());
            } else {
                // Vipps takes one receipt for a payment and never another.
                LOG.warnf("Payment %s was captured once more; it keeps its first receipt", captured.reference());
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
