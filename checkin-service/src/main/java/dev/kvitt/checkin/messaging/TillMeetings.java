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

    TillMeetings(Limits limits) {
        this.limits = limits;
    }

    /**
     * Changes what stands at a code and says who is to be asked for what.
     *
     * @return the code as it was before; empty while somebody else has it in hand, and then nothing was done
     */
    Optional<TillCode> at(PrintedCode code, Effects effects, UnaryOperator<TillCode> change) {
        var known = TillCodes.take(effects.connection(), code);
        known.ifPresent(before -> {
            var settled = change.apply(before).settled(effects.now(), limits);
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
}
