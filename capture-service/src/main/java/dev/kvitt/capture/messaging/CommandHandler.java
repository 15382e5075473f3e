package dev.kvitt.capture.messaging;

import dev.kvitt.capture.domain.Rules;
import dev.kvitt.capture.domain.SkipRules;
import dev.kvitt.capture.store.Commands;
import dev.kvitt.capture.store.OperationRows;
import dev.kvitt.capture.store.ResultRows;
import dev.kvitt.events.Event;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.SkipOperation;
import dev.kvitt.events.TopicUser;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.messaging.store.StoreException;
import dev.kvitt.registry.Registry;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Makes operations of commands. Whether and how they are done is decided later, outside this transaction. */
@Singleton
public class CommandHandler implements Handler {

    private static final Logger LOG = Logger.getLogger(CommandHandler.class);

    /** For commands so old that a person may have given them up before our rows were restored. */
    private static final String AFTER_LOG = "after-log";

    /** The entity's state, as JSON, while that timer is set. */
    private static final String WAITING = "\"after-log\"";

    private static final String NOT_WAITING = "\"\"";

    private final String installation;
    private final Skips skips;
    private final SkipRules skipRules;

    CommandHandler(Registry registry, Rules rules, Skips skips) {
        this.installation = registry.installation();
        this.skips = skips;
        this.skipRules = rules.skips();
    }

    @Override
    public List<String> topics() {
        return TopicUser.CAPTURE_SERVICE.reads();
    }

    /** A wish to write at Vipps that we do not understand must not be passed over. */
    @Override
    public boolean parksUnknownTypes(String topic) {
        return topic.equals(Topics.PAYMENT_COMMANDS);
    }

    @Override
    public Optional<Routed> route(Event<?> event) {
        return event.data() instanceof PaymentCommand || event.data() instanceof SkipOperation
                ? Optional.of(new Routed(event.key(), event.id(), event))
                : Optional.empty();
    }

    @Override
    public void handle(Entity entity, Routed message, Effects effects) {
        try {
            if (message.event().data() instanceof PaymentCommand command) {
                take(command, entity, effects);
            } else {
                skips.take(message, effects);
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** What a person has decided passes. */
    @Override
    public boolean handleWhileParked(Entity entity, Routed message, Effects effects) {
        if (message.event().data() instanceof PaymentCommand) {
            return false;
        }
        handle(entity, message, effects);
        return true;
    }

    private void take(PaymentCommand command, Entity entity, Effects effects) throws SQLException {
        check(command);
        var key = Ids.idempotencyKey(installation, command.msn(), command.operationId());
        if (!OperationRows.insert(effects.connection(), command, key, effects.now())) {
            tellAgain(command, effects);
        } else if (skipRules.mayBeSkippedAlready(command.issuedAt(), effects.now()) || waits(entity)) {
            entity.state(WAITING);
            effects.timerAfterLog(AFTER_LOG, effects.now());
        } else {
            effects.task(OperationTask.KIND, OperationTask.body(command.msn(), command.operationId()), effects.now());
        }
    }

    /** An operation of a sale never overtakes an older one. */
    private static boolean waits(Entity entity) {
        return entity.state().filter(WAITING::equals).isPresent();
    }

    /** Everything that people had given up by then was read. */
    @Override
    public void onTimer(Entity entity, String name, Instant due, Effects effects) {
        entity.state(NOT_WAITING);
        var msn = new Msn(entity.key().substring(0, entity.key().indexOf('/')));
        try {
            for (var operation : OperationRows.withoutTask(effects.connection(), entity.key())) {
                effects.task(OperationTask.KIND, OperationTask.body(msn, operation), effects.now());
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** What was commanded before a sale was parked is carried out. */
    @Override
    public Set<String> timersWhileParked() {
        return Set.of(AFTER_LOG);
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
