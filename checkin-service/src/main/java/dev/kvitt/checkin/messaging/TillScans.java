package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.domain.Scan;
import dev.kvitt.checkin.domain.TillScan;
import dev.kvitt.checkin.store.StateJson;
import dev.kvitt.events.CheckedIn;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Scans at the printed codes of tills: each is for one basket, or for none. */
@Singleton
public class TillScans {

    /** The scan is too old: its token has no business in our rows any more. */
    static final String OLD = "till-scan-old";

    /** The code was in somebody else's hands. */
    static final String TELL = "till-scan-tell";

    private final TillMeetings meetings;
    private final SameCustomers sameCustomers;
    private final Limits limits;
    private final Tills tills;

    TillScans(TillMeetings meetings, SameCustomers sameCustomers, Limits limits, Tills tills) {
        this.meetings = meetings;
        this.sameCustomers = sameCustomers;
        this.limits = limits;
        this.tills = tills;
    }

    void arrived(Entity entity, CheckedIn checkedIn, Effects effects) {
        var scan = Scan.of(checkedIn);
        var code = new PrintedCode(checkedIn.msn(), checkedIn.merchantQrId());
        if (scan.isFresh(effects.now(), limits) && !tills.cameAfter(code, scan.initiatedAt())) {
            tell(entity, TillScan.arrived(code, scan), effects);
            ScanCounts.scan(ScanCounts.Outcome.AT_TILL, effects);
            effects.timer(OLD, scan.initiatedAt().plus(limits.maxAge()).plusMillis(1));
        } else {
            TooOld.tell(code, scan.initiatedAt(), effects);
            put(entity, TillScan.arrived(code, scan).toldNow());
        }
    }

    /** @param asScan,asSale what is known now; one of them is absent */
    void same(Entity entity, UUID asScan, String asSale, Effects effects) {
        tell(entity, of(entity).same(asScan, asSale), effects);
    }

    void tellAgain(Entity entity, Effects effects) {
        var scan = of(entity);
        if (!scan.told()) {
            tell(entity, scan, effects);
        }
    }

    /** Whatever is done at a code forgets the scans that are too old. */
    void old(Entity entity, Effects effects) {
        var scan = of(entity);
        if (meetings.at(scan.code(), effects, known -> known).isEmpty()) {
            effects.timer(OLD, effects.now());
        } else {
            put(entity, scan.toldNow());
        }
    }

    private void tell(Entity entity, TillScan scan, Effects effects) {
        var before = meetings.at(scan.code(), effects, scan::tell);
        put(entity, before.isPresent() ? scan.toldNow() : scan);
        if (before.isEmpty()) {
            effects.timer(TELL, effects.now());
        } else if (scan.scan() != null) {
            sameCustomers.ask(scan.code(), scan.scan(), before.get(), effects);
        }
    }

    private static TillScan of(Entity entity) {
        return StateJson.read(entity.state().orElseThrow(), TillScan.class);
    }

    private static void put(Entity entity, TillScan scan) {
        entity.state(StateJson.write(scan));
    }
}
