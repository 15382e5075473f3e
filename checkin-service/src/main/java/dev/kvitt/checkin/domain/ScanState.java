package dev.kvitt.checkin.domain;

import dev.kvitt.events.CheckedIn;
import java.time.Instant;

/**
 * What we know of a scan and the sale it may open.
 *
 * @param code absent only where a sale's end is all we have heard of it
 * @param heldUntil what the code's row has yet to be told; absent when it has been told
 * @param scan kept while it waits; afterwards nobody needs the customer's token
 * @param comparedWith while it waits, the key of the sale whose customer it was compared with last
 */
public record ScanState(Phase phase, PrintedCode code, CheckedIn scan, Instant heldUntil, String comparedWith) {

    /** How far it has come. */
    public enum Phase {
        /** Another sale holds the code. */
        WAITING,
        /** The sale is open and holds the code, unless it took too long. */
        OPENED,
        /** The sale is over, but somebody else had the code in hand when we wanted to free it. */
        ENDING,
        /** The sale is over and the code free of it. */
        ENDED,
        /** The scan opened nothing and never will. */
        DROPPED
    }

    public static ScanState waiting(CheckedIn scan) {
        return new ScanState(Phase.WAITING, new PrintedCode(scan.msn(), scan.merchantQrId()), scan, null, null);
    }

    /** The sale is under way, and somebody else had the code in hand when we wanted to tell until when. */
    public static ScanState holding(PrintedCode code, Instant until) {
        return new ScanState(Phase.OPENED, code, null, until, null);
    }

    public static ScanState in(Phase phase, PrintedCode code) {
        return new ScanState(phase, code, null, null, null);
    }

    public ScanState comparedWith(OpenSession session) {
        return new ScanState(phase, code, scan, heldUntil, session.saleKey());
    }
}
