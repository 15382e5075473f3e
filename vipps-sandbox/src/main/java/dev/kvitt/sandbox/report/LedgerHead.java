package dev.kvitt.sandbox.report;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How far a ledger has come.
 *
 * @param payouts how many there were
 * @param openFrom the first date that can still get rows; absent before the first row
 * @param closes the date at whose end there is something to pay out, retain or invoice; absent = nothing is waiting
 */
record LedgerHead(Side funds, Side fees, int payouts, Optional<LocalDate> openFrom, Optional<LocalDate> closes) {

    static final LedgerHead EMPTY = new LedgerHead(Side.EMPTY, Side.EMPTY, 0, Optional.empty(), Optional.empty());

    Side side(Topic topic) {
        return topic == Topic.FUNDS ? funds : fees;
    }

    LedgerHead with(Topic topic, Side side) {
        return topic == Topic.FUNDS
                ? new LedgerHead(side, fees, payouts, openFrom, closes)
                : new LedgerHead(funds, side, payouts, openFrom, closes);
    }

    LedgerHead withPayout() {
        return new LedgerHead(funds, fees, payouts + 1, openFrom, closes);
    }

    /** Something was booked on the date. */
    LedgerHead at(LocalDate date) {
        Optional<LocalDate> sooner =
                closes.filter(known -> known.isBefore(date)).or(() -> Optional.of(date));
        return new LedgerHead(funds, fees, payouts, Optional.of(date), sooner);
    }

    LedgerHead closed(LocalDate date, Optional<LocalDate> closesNext) {
        return new LedgerHead(funds, fees, payouts, Optional.of(date.plusDays(1)), closesNext);
    }

    boolean isEmpty() {
        return funds.next() == 0 && fees.next() == 0;
    }
}
