package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.CodeInHand;
import dev.kvitt.checkin.domain.Holds;
import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.domain.OpenSession;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.domain.ScanState;
import dev.kvitt.checkin.domain.ScanState.Phase;
import dev.kvitt.checkin.store.CodeSessions;
import dev.kvitt.checkin.store.ScanStates;
import dev.kvitt.events.Event;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * News of a machine's sale that is under way: it holds its code for as long as it may still be paid. A sale that a restored
 * database has forgotten gets its free code back by them.
 */
@Singleton
public class SaleNews {

    static final String HOLD = "hold";

    private final Limits limits;

    SaleNews(Limits limits) {
        this.limits = limits;
    }

    boolean matters(Event<?> news) {
        return Holds.until(news, limits).isPresent();
    }

    void heard(Entity entity, PrintedCode code, Event<?> news, Effects effects) {
        var phase = ScanStates.of(entity).map(ScanState::phase);
        if (phase.isEmpty() || phase.get() == Phase.OPENED || phase.get() == Phase.DROPPED) {
            Holds.until(news, limits)
                    .ifPresent(until -> hold(entity, code, until, news.data() instanceof PaymentAuthorized, effects));
        }
    }

    /** Once more, after somebody else had the code in hand. */
    void hold(Entity entity, PrintedCode code, Instant until, Effects effects) {
        hold(entity, code, until, false, effects);
    }

    /** Does not wait for a code that somebody else has in hand, as everywhere; nobody notes then that the customer has approved. */
    private void hold(Entity entity, PrintedCode code, Instant until, boolean approved, Effects effects) {
        var now = effects.now();
        var inHand = CodeSessions.take(effects.connection(), code, entity.key(), now, now);
        if (inHand.isEmpty()) {
            ScanStates.put(entity, ScanState.holding(code, until));
            effects.timer(HOLD, now);
            return;
        }
        ScanStates.put(entity, ScanState.in(Phase.OPENED, code));
        if (mayHold(inHand.get(), entity.key(), now)) {
            var known = inHand.get()
                    .session()
                    .filter(session -> session.saleKey().equals(entity.key()))
                    .orElseGet(() -> OpenSession.of(entity.key(), now, until, null));
            CodeSessions.open(effects.connection(), code, known.heldUntil(until).approved(approved));
        }
    }

    private static boolean mayHold(CodeInHand code, String saleKey, Instant now) {
        return code.session()
                .filter(session -> !session.saleKey().equals(saleKey))
                .filter(session -> !now.isAfter(session.heldUntil()))
                .isEmpty();
    }
}
