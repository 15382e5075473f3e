package dev.kvitt.sandbox.report;

import dev.kvitt.vipps.rules.Market;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.RulesSwitches;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A ledger: each sales unit has one from the start, which may settle for others too. */
public final class Ledger {

    /** Before the sales unit's number, so that an MSN is never taken for a ledger. */
    private static final String PREFIX = "30";

    private final String id;
    private final Msn home;
    private final Market market;
    private final PayoutNames names;
    private final AtomicReference<MadeUpRows> madeUp = new AtomicReference<>();

    Ledger(Msn home, Market market, RulesSwitches.Report switches) {
        this.id = PREFIX + home;
        this.home = home;
        this.market = market;
        this.names = new PayoutNames(id, switches);
    }

    public String id() {
        return id;
    }

    /** The sales unit whose it is. */
    public Msn home() {
        return home;
    }

    public Market market() {
        return market;
    }

    PayoutNames names() {
        return names;
    }

    LedgerDates dates(Terms terms) {
        return LedgerDates.of(market, terms.dayEnds());
    }

    Optional<MadeUpRows> madeUp() {
        return Optional.ofNullable(madeUp.get());
    }

    MadeUpRows rowsOf(MadeUp plan) {
        return new MadeUpRows(plan, dates(plan.terms()), names);
    }

    void begin(MadeUpRows rows) {
        madeUp.set(rows);
    }

    @Override
    public String toString() {
        return "Ledger[" + id + "]";
    }
}
