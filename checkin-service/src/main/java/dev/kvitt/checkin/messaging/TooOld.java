package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.messaging.store.Effects;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** A scan that opens nothing leaves a customer standing there, and nobody else hears of it. */
final class TooOld {

    private static final Logger LOG = Logger.getLogger(TooOld.class);

    private TooOld() {}

    static void tell(PrintedCode code, Instant initiatedAt, Effects effects) {
        ScanCounts.scan(ScanCounts.Outcome.STALE, effects);
        LOG.infof(
                "A scan of the code %s is %s old, or from before the code came into its till, and counts no more; its customer"
                        + " may scan again. If all scans are like that, this machine's clock is ahead of Vipps', or check-ins"
                        + " are read too late.",
                code, Duration.between(initiatedAt, effects.now()));
    }
}
