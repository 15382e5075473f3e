package dev.kvitt.capture.messaging;

import dev.kvitt.capture.domain.Refusals;
import dev.kvitt.capture.domain.Rules;
import dev.kvitt.capture.domain.SkipRules;
import dev.kvitt.capture.store.OperationRows;
import dev.kvitt.capture.store.SkipRows;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SkipOperation;
import dev.kvitt.events.SkipRefused;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.store.Effects;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** A person's word that an operation is given up. What it does to the money is decided when Vipps was read once more. */
@Singleton
class Skips {

    private static final Logger LOG = Logger.getLogger(Skips.class);

    private final SkipRules rules;

    Skips(Rules rules) {
        this.rules = rules.skips();
    }

    void take(Routed message, Effects effects) throws SQLException {
        var skip = (SkipOperation) message.event().data();
        if (!skip.operationId().reference().saleId().equals(Optional.of(skip.saleId()))) {
            refuse(skip, message.event().id(), Refusals.NO_SUCH_OPERATION, effects);
            return;
        }
        SkipRows.lockOperation(effects.connection(), skip.msn(), skip.operationId());
        var known = OperationRows.find(effects.connection(), skip.msn(), skip.operationId());
        var writtenAt = message.event().time();
        var objection = rules.objection(known, writtenAt, effects.now());
        if (objection.isPresent()) {
            refuse(skip, message.event().id(), objection.get(), effects);
            return;
        }
        var forIssuedUntil =
                known.map(operation -> operation.command().issuedAt()).orElseGet(() -> rules.forIssuedUntil(writtenAt));
        SkipRows.insert(effects.connection(), skip, writtenAt, forIssuedUntil);
        effects.hurry(OperationTask.KIND);
        LOG.warnf(
                "Operation %s/%s is given up by operator %s: it is not sent again. What Vipps shows of it counts; shows it"
                        + " nothing when nothing can arrive any more, it is rejected.",
                skip.msn(), skip.operationId(), skip.operator());
    }

    private static void refuse(SkipOperation skip, UUID causedBy, Refusal why, Effects effects) {
        LOG.warnf(
                "Operator %s wants operation %s/%s given up, but: %s",
                skip.operator(), skip.msn(), skip.operationId(), why.sentence());
        var name = EventType.SKIP_REFUSED.typeName() + "/" + causedBy;
        effects.send(new Event<>(
                Ids.own(skip.msn(), skip.saleId(), name, 1),
                Results.SOURCE,
                effects.now(),
                skip.msn(),
                null,
                new SkipRefused(skip.msn(), skip.saleId(), skip.operationId(), causedBy, why)));
    }
}
