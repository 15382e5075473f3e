package dev.kvitt.operations.store.reconcile;

import dev.kvitt.events.AskVipps;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperatorCommand;
import dev.kvitt.events.ReleaseSale;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.UnparkSale;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.domain.reconcile.Finding;
import dev.kvitt.operations.domain.reconcile.Repair;
import dev.kvitt.operations.store.Audit;
import dev.kvitt.operations.store.Decisions;
import dev.kvitt.operations.store.LedgerTransactions;
import dev.kvitt.operations.store.reconcile.FindingQuery.Stored;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What people decide about findings: written down with who and why, and never more than said on {@code operator.commands}. */
@Singleton
public class FindingDecisions {
    private final Transactions transactions;
    private final LedgerTransactions ledger;
    private final Audit audit;
    private final Decisions decisions;
    private final InstantSource clock;

    FindingDecisions(
            Transactions transactions,
            LedgerTransactions ledger,
            Audit audit,
            Decisions decisions,
            InstantSource clock) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.audit = audit;
        this.decisions = decisions;
        this.clock = clock;
    }

    public Optional<Stored> find(UUID id) {
        return transactions.run(connection -> FindingQuery.find(connection, id));
    }

    /**
     * Says why it is so. It counts as open no more, until its amounts change.
     *
     * @param who the person's or program's name, as they logged in
     * @param why 1 to 200 characters, nothing about a customer
     * @return false, with nothing written, when it is not there or is gone
     */
    public boolean explain(UUID id, String who, String why) {
        return transactions.run(connection -> {
            boolean done = FindingRows.explain(connection, id, who, why, clock.instant());
            if (done) {
                var finding =
                        FindingQuery.find(connection, id).map(Stored::finding).orElseThrow();
                audit.add(connection, who, "explain", key(finding), why, details(id, finding));
            }
            return done;
        });
    }

    /** What Kvitt can do, as the sale stands now; {@link Repair#NONE} where only people can do something. */
    public Repair proposed(Stored stored) {
        if (stored.state().equals("gone")) {
            return Repair.NONE;
        }
        Finding finding = stored.finding();
        return Repair.of(
                finding, ledger.read(connection -> SaleStanding.of(connection, finding.msn(), finding.saleId())));
    }

    /**
     * Says it to the saga, which decides what it means for the money.
     *
     * @param repair not {@link Repair#NONE}
     */
    public void send(Repair repair, Stored stored, String who, String why) {
        Finding finding = stored.finding();
        decisions.say(who, word(repair), List.of(command(repair, finding, who, why)), details(stored.id(), finding));
    }

    /** As people and programs read it: ask, release, unpark, none. */
    public static String word(Repair repair) {
        return repair.name().toLowerCase(Locale.ROOT);
    }

    private static OperatorCommand command(Repair repair, Finding finding, String who, String why) {
        var msn = new Msn(finding.msn());
        var sale = new SaleId(finding.saleId());
        return switch (repair) {
            case ASK -> new AskVipps(msn, sale, who, why);
            case RELEASE -> new ReleaseSale(msn, sale, who, why);
            case UNPARK -> new UnparkSale(msn, sale, who, why);
            case NONE -> throw new IllegalArgumentException("nothing to send");
        };
    }

    private static String key(Finding finding) {
        return finding.saleId().isEmpty() ? null : finding.msn() + "/" + finding.saleId();
    }

    private static Map<String, String> details(UUID id, Finding finding) {
        return Map.of("finding", id.toString(), "kind", finding.kind().code());
    }
}
