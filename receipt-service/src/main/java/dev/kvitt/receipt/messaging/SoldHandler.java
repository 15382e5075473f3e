package dev.kvitt.receipt.messaging;

import dev.kvitt.events.Event;
import dev.kvitt.events.TopicUser;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.messaging.store.StoreException;
import dev.kvitt.receipt.domain.Refusals;
import dev.kvitt.receipt.domain.Sold;
import dev.kvitt.receipt.store.ReceiptRows;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Wants a receipt for each payment that something was sold with, and tells the till at once what looks wrong about it. */
@Singleton
public class SoldHandler implements Handler {

    private static final Logger LOG = Logger.getLogger(SoldHandler.class);

    @Override
    public List<String> topics() {
        return TopicUser.RECEIPT_SERVICE.reads();
    }

    @Override
    public Optional<Routed> route(Event<?> event) {
        return Sold.of(event.data()).map(sold -> new Routed(sold.event().key(), event.id(), event));
    }

    @Override
    public void handle(Entity entity, Routed message, Effects effects) {
        var sold = Sold.of(message.event().data()).orElseThrow();
        try {
            if (!sold.toBePosted()) {
                warn(sold, effects);
            } else if (ReceiptRows.insert(effects.connection(), sold, effects.now())) {
                begin(sold, effects);
            } else {
                // Vipps takes one receipt for a payment and never another.
                LOG.debugf("Payment %s is told of once more; it keeps its first receipt", sold.reference());
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static void begin(Sold sold, Effects effects) throws SQLException {
        var problem = sold.check().problem();
        if (problem.isPresent()) {
            ReceiptOutcomes.rejected(sold, Refusals.of(problem.get()), effects);
        } else {
            warn(sold, effects);
            effects.task(ReceiptTask.KIND, ReceiptTask.body(sold), effects.now());
        }
    }

    private static void warn(Sold sold, Effects effects) {
        var warnings = sold.check().warnings();
        if (!warnings.isEmpty()) {
            LOG.infof("The receipt of %s looks wrong: %s", sold.reference(), warnings);
            effects.send(ReceiptEvents.warned(sold, warnings, effects.now()));
        }
    }
}
