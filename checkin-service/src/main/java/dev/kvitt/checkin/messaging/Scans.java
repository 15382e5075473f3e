package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.CodeInHand;
import dev.kvitt.checkin.domain.Decision;
import dev.kvitt.checkin.domain.Holds;
import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.domain.OpenSession;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.domain.SaleOpening;
import dev.kvitt.checkin.domain.ScanRules;
import dev.kvitt.checkin.domain.ScanState;
import dev.kvitt.checkin.domain.ScanState.Phase;
import dev.kvitt.checkin.store.CodeSessions;
import dev.kvitt.checkin.store.ScanStates;
import dev.kvitt.checkin.store.WaitingScans;
import dev.kvitt.events.CheckedIn;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.registry.TillInShop;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Opens sales for scans, one at a time for each printed code. Who cannot have the code now looks again every second, so
 * no wake-up can be lost; and nobody ever waits for a code's lock, so a batch cannot deadlock with another one.
 */
@Singleton
public class Scans {

    /** How often a waiting scan looks whether its code is free. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    static final String LOOK = "look";
    private static final Logger LOG = Logger.getLogger(Scans.class);

    private final Tills tills;
    private final SameCustomers sameCustomers;
    private final Limits limits;

    Scans(Tills tills, SameCustomers sameCustomers, Limits limits) {
        this.tills = tills;
        this.sameCustomers = sameCustomers;
        this.limits = limits;
    }

    void arrived(Entity entity, CheckedIn scan, Effects effects) {
        if (ScanStates.of(entity).isPresent()) {
            // After a restore the end of a sale can be read again before the scan that opened it.
            return;
        }
        if (ScanRules.fromTheFuture(scan.initiatedAt(), effects.now(), limits)) {
            LOG.warnf(
                    "The scan of sale %s is dated %s, and here it is %s: check this machine's clock; nobody can tell how old"
                            + " scans are",
                    entity.key(), scan.initiatedAt(), effects.now());
        }
        look(entity, scan, effects);
    }

    void lookAgain(Entity entity, CheckedIn scan, Effects effects) {
        look(entity, scan, effects);
    }

    private void look(Entity entity, CheckedIn scan, Effects effects) {
        var code = new PrintedCode(scan.msn(), scan.merchantQrId());
        var till = tills.openAt(code).filter(Tills::opensByScan);
        if (till.isEmpty()) {
            // Switched off since it began to wait.
            ScanCounts.scan(ScanCounts.Outcome.SWITCHED_OFF, effects);
            drop(entity, code, effects);
            return;
        }
        var decision = tills.cameAfter(code, scan.initiatedAt())
                ? new Decision.TooOld()
                : ScanRules.decide(
                        scan.initiatedAt(), () -> takeInHand(entity, scan, code, effects), effects.now(), limits);
        switch (decision) {
            case Decision.Open open -> open(entity, scan, till.get(), open.takenFrom(), effects);
            case Decision.Wait(var behind) -> queue(entity, scan, code, behind, effects);
            case Decision.TooOld _ -> {
                TooOld.tell(code, scan.initiatedAt(), effects);
                drop(entity, code, effects);
            }
        }
    }

    private Optional<CodeInHand> takeInHand(Entity entity, CheckedIn scan, PrintedCode code, Effects effects) {
        var oldestThatCounts = effects.now().minus(limits.maxAge());
        return CodeSessions.take(effects.connection(), code, entity.key(), scan.initiatedAt(), oldestThatCounts);
    }

    private void open(
            Entity entity, CheckedIn scan, TillInShop till, Optional<OpenSession> takenFrom, Effects effects) {
        takenFrom.ifPresent(session -> LOG.warnf(
                "The sale %s has held its code since %s without an end; a new scan takes the code over. Look at what became"
                        + " of that sale's money",
                session.saleKey(), session.openedAt()));
        var code = new PrintedCode(scan.msn(), scan.merchantQrId());
        var until = Holds.fromOpening(scan.initiatedAt().plus(limits.validFor()), limits);
        CodeSessions.open(
                effects.connection(), code, OpenSession.of(entity.key(), effects.now(), until, scan.customerToken()));
        leaveQueue(entity, code, effects);
        ScanStates.put(entity, ScanState.in(Phase.OPENED, code));
        effects.send(SaleOpening.of(scan, till, effects.now(), limits));
        ScanCounts.scan(ScanCounts.Outcome.OPENED, effects);
    }

    private void queue(Entity entity, CheckedIn scan, PrintedCode code, Optional<OpenSession> behind, Effects effects) {
        if (!isWaiting(entity)) {
            WaitingScans.add(effects.connection(), code, entity.key(), scan.initiatedAt());
            var waiting = ScanState.waiting(scan);
            // Who scans after the approval buys once more; who was only impatient had scanned before it.
            ScanStates.put(
                    entity,
                    behind.filter(OpenSession::approved)
                            .map(waiting::comparedWith)
                            .orElse(waiting));
        }
        behind.filter(OpenSession::mayBeSameCustomers).ifPresent(session -> compare(entity, scan, session, effects));
        effects.timer(LOOK, effects.now().plus(LOOK_EVERY));
    }

    /** Once for each sale it waits behind. Not before that is approved: should it fail, the second scan is the better one. */
    private void compare(Entity entity, CheckedIn scan, OpenSession session, Effects effects) {
        var state = ScanStates.of(entity).orElseThrow();
        if (!session.saleKey().equals(state.comparedWith())) {
            sameCustomers.ask(state.code(), scan, session, effects);
            ScanStates.put(entity, state.comparedWith(session));
        }
    }

    /** Whoever has approved a sale at a machine is not asked for a second one because they had scanned twice. */
    void sameCustomer(Entity entity, Effects effects) {
        ScanStates.of(entity).filter(state -> state.phase() == Phase.WAITING).ifPresent(state -> {
            LOG.infof(
                    "The scan of sale %s is by the customer who has the code already; it opens nothing", entity.key());
            ScanCounts.scan(ScanCounts.Outcome.SAME_CUSTOMER, effects);
            drop(entity, state.code(), effects);
        });
    }

    private void drop(Entity entity, PrintedCode code, Effects effects) {
        leaveQueue(entity, code, effects);
        ScanStates.put(entity, ScanState.in(Phase.DROPPED, code));
    }

    private static void leaveQueue(Entity entity, PrintedCode code, Effects effects) {
        if (isWaiting(entity)) {
            WaitingScans.remove(effects.connection(), code, entity.key());
        }
    }

    private static boolean isWaiting(Entity entity) {
        return ScanStates.of(entity)
                .filter(state -> state.phase() == Phase.WAITING)
                .isPresent();
    }
}
