package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.Identification;
import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.domain.TillCode;
import dev.kvitt.checkin.store.TillCodes;
import dev.kvitt.messaging.store.Effects;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where basket and scan meet: under the lock of the code's row. */
@Singleton
public class TillMeetings {

    private final Limits limits;
    private final Tills tills;

    TillMeetings(Limits limits, Tills tills) {
        this.limits = limits;
        this.tills = tills;
    }

    /**
     * Changes what stands at a code and says who is to be asked for what.
     *
     * @return the code as it was before; empty while somebody else has it in hand, and then nothing was done
     */
    Optional<TillCode> at(PrintedCode code, Effects effects, UnaryOperator<TillCode> change) {
        var known = TillCodes.take(effects.connection(), code);
        known.ifPresent(before -> {
            var settled = inItsTill(code, change.apply(before), effects).settled(effects.now(), limits);
            if (!settled.code().equals(before)) {
                TillCodes.put(effects.connection(), code, settled.code());
            }
            settled.meetings().forEach(meeting -> {
                effects.send(Identification.of(meeting, effects.now(), limits));
                ScanCounts.identified(ScanCounts.How.SCAN, effects);
            });
        });
        return known;
    }

    /**
     * A basket may have been opened, and a scan made, before the code came into the till it is in now, and be read or told here
     * only afterwards. The till of such a basket hears nothing: it waits until its time is over, as one that nobody scans for.
     */
    private TillCode inItsTill(PrintedCode code, TillCode wanted, Effects effects) {
        if (wanted.baskets().isEmpty() || wanted.scans().isEmpty()) {
            return wanted;
        }
        tills.exactly(effects);
        return tills.placed(code).map(wanted::in).orElse(wanted);
    }
}
