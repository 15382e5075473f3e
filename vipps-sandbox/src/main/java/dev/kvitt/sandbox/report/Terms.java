package dev.kvitt.sandbox.report;

import dev.kvitt.vipps.rules.Msn;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * What is agreed about a ledger, and how punctual it is.
 *
 * @param msns the sales units it settles for
 * @param dayEnds when a ledger date gives way to the next, in the merchant's time zone
 * @param delay how long after an event its rows are booked
 * @param feeBasisPoints a capture's fee, in hundredths of a percent, 0 to {@value #MOST_FEE}
 */
public record Terms(List<Msn> msns, Settlement settlement, LocalTime dayEnds, Duration delay, int feeBasisPoints) {

    public static final int MOST_FEE = 1000;

    static final int USUAL_FEE = 175;

    /** How fees are paid. */
    public enum Settlement {
        /** Fees are retained from each day's payout. */
        NET,
        /** All is paid out, and fees are invoiced at the end of the month. */
        GROSS
    }

    public Terms {
        msns = List.copyOf(msns);
    }

    static Terms usual(Msn msn) {
        return new Terms(List.of(msn), Settlement.NET, LocalTime.MIDNIGHT, Duration.ZERO, USUAL_FEE);
    }

    Terms without(List<Msn> taken) {
        List<Msn> left = msns.stream().filter(msn -> !taken.contains(msn)).toList();
        return new Terms(left, settlement, dayEnds, delay, feeBasisPoints);
    }

    /** A capture's fee in minor units, rounded half up. */
    long fee(long captured) {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(captured, feeBasisPoints), 5000), 10_000);
    }
}
