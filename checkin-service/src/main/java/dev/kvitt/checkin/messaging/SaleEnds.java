package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.domain.ScanState;
import dev.kvitt.checkin.domain.ScanState.Phase;
import dev.kvitt.checkin.store.CodeSessions;
import dev.kvitt.checkin.store.ScanStates;
import dev.kvitt.events.SaleContext;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import jakarta.inject.Singleton;

/** Frees the printed code of a sale that is over. The next scan in the queue sees that by itself. */
@Singleton
public class SaleEnds {

    static final String FREE = "free";

    void ended(Entity entity, SaleContext sale, Effects effects) {
        var phase = ScanStates.of(entity).map(ScanState::phase);
        if (phase.isPresent() && phase.get() != Phase.OPENED) {
            return;
        }
        free(entity, new PrintedCode(sale.msn(), sale.qrId()), effects);
    }

    /** Does not wait for a code that somebody else has in hand: that could end in a deadlock of two batches. */
    void free(Entity entity, PrintedCode code, Effects effects) {
        var done = CodeSessions.close(effects.connection(), code, entity.key());
        ScanStates.put(entity, ScanState.in(done ? Phase.ENDED : Phase.ENDING, code));
        if (!done) {
            effects.timer(FREE, effects.now());
        }
    }
}
