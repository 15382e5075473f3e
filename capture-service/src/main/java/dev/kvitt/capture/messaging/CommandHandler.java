package dev.kvitt.capture.messaging;

import dev.kvitt.capture.store.Commands;
import dev.kvitt.capture.store.OperationRows;
import dev.kvitt.capture.store.ResultRows;
import dev.kvitt.events.Event;
import dev.kvitt.events.Ids;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.messaging.store.StoreException;
import dev.kvitt.registry.Registry;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes operations of commands. Whether and how they are done is decided later, outside this transaction. */
@Singleton
public class CommandHandler implements Handler {

    private static final Logger LOG = Logger.getLogger(CommandHandler.class);

    private final String installation;

    CommandHandler(Registry registry) {
        this.installation = registry.installation();
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.PAYMENT_COMMANDS);
    }

    /** A wish to write at Vipps that we do not understand must not be passed over. */
    @Override
    public boolean parksUnknownTypes(String topic) {
        return topic.equals(Topics.PAYMENT_COMMANDS);
    }

    @Override
    public Optional<Routed> route(Event<?> event) {
        return event.data() instanceof PaymentCommand command
                ? Optional.of(new Routed(command.key(), event.id(), event))
                : Optional.empty();
    }

    @Override
    public void handle(Entity entity, Routed message, Effects effects) {
        var command = (PaymentCommand) message.event().data();
        check(command);
        try {
            var key = Ids.idempotencyKey(installation, command.msn(), command.operationId());
            if (OperationRows.insert(effects.connection(), command, key, effects.now())) {
                effects.task(OperationTask.KIND, OperationTask.body(command), effects.now());
            } else {
                tellAgain(command, effects);
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** A wrong command is a fault in the saga: its sale is parked, for a person to look at. */
    private static void check(PaymentCommand command) {
        var id = command.operationId();
        if (!Commands.type(id.kind()).data().isInstance(command)) {
            throw new IllegalArgumentException("the operation id names another kind of command");
        }
        if (!id.reference().saleId().equals(Optional.of(command.saleId()))) {
            throw new IllegalArgumentException("the operation id names another sale");
        }
    }

    /**
     * Whoever asks for the same operation once more has forgotten what came of it. The result is told with its old id,
     * which everybody else knows already; what is not finished will be told when it is.
     */
    private static void tellAgain(PaymentCommand command, Effects effects) throws SQLException {
        var known = OperationRows.find(effects.connection(), command.msn(), command.operationId())
                .orElseThrow(() -> new IllegalStateException("an operation that exists cannot be found"));
        if (!Results.sameWish(known.command(), command)) {
            LOG.errorf(
                    "Operation %s/%s was asked for again with other content. Only the first is ever carried out.",
                    command.msn(), command.operationId());
        }
        if (known.status().isFinal()) {
            ResultRows.lastResult(effects.connection(), command.msn(), command.operationId())
                    .ifPresent(result -> effects.send(Results.event(result)));
        }
    }
}
