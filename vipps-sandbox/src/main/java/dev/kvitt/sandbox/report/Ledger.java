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

    private record Prepared(MadeUp plan, MadeUpRows rows) {}

    private final String id;
    private final Msn home;
    private final Market market;
    private final PayoutNames names;
    private final AtomicReference<MadeUpRows> madeUp = new AtomicReference<>();
    private final AtomicReference<Prepared> prepared = new AtomicReference<>();

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

    /** They have been counted, and are begun with once their plan is written. */
    void prepare(MadeUp plan, MadeUpRows rows) {
        prepared.set(new Prepared(plan, rows));
    }

    void begin(MadeUp plan) {
        Prepared ready = prepared.getAndSet(null);
        madeUp.set(ready != null && ready.plan().equals(plan) ? ready.rows() : rowsOf(plan));
    }

    @Override
    public String toString() {
        return "Ledger[" + id + "]";
    }
}
