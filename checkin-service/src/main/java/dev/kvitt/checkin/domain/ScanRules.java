package dev.kvitt.checkin.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides what a scan leads to: one open sale for each printed code, others wait, old scans open nothing. */
public final class ScanRules {

    private ScanRules() {}

    /**
     * @param initiatedAt when the customer scanned, by Vipps' clock
     * @param code tries to take the code in hand, asked only when it matters; empty while somebody else has it in hand
     */
    public static Decision decide(
            Instant initiatedAt, Supplier<Optional<CodeInHand>> code, Instant now, Limits limits) {
        if (Duration.between(initiatedAt, now).compareTo(limits.maxAge()) > 0) {
            return new Decision.TooOld();
        }
        return code.get().map(inHand -> decide(inHand, now)).orElseGet(() -> new Decision.Wait(Optional.empty()));
    }

    private static Decision decide(CodeInHand code, Instant now) {
        if (code.othersFirst()) {
            return new Decision.Wait(code.session());
        }
        return code.session()
                .filter(session -> !now.isAfter(session.heldUntil()))
                .<Decision>map(session -> new Decision.Wait(code.session()))
                .orElseGet(() -> new Decision.Open(code.session()));
    }

    /** Whether Vipps' clock and ours differ by more than a scan may be old, so that its age says little. */
    public static boolean fromTheFuture(Instant initiatedAt, Instant now, Limits limits) {
        return Duration.between(now, initiatedAt).compareTo(limits.maxAge()) > 0;
    }
}
