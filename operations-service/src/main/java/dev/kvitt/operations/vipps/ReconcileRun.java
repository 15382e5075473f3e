package dev.kvitt.operations.vipps;

import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.domain.reconcile.Books;
import dev.kvitt.operations.domain.reconcile.Finding;
import dev.kvitt.operations.domain.reconcile.FindingKind;
import dev.kvitt.operations.domain.reconcile.Group;
import dev.kvitt.operations.domain.reconcile.Judge;
import dev.kvitt.operations.domain.reconcile.LookQueue;
import dev.kvitt.operations.domain.reconcile.Matcher;
import dev.kvitt.operations.domain.reconcile.OurPayment;
import dev.kvitt.operations.domain.reconcile.ReportRow;
import dev.kvitt.operations.domain.reconcile.Rules;
import dev.kvitt.operations.domain.reconcile.VippsView;
import dev.kvitt.operations.store.reconcile.FindingRows;
import dev.kvitt.operations.store.reconcile.LookRows;
import dev.kvitt.operations.store.reconcile.RunRows;
import dev.kvitt.operations.store.reconcile.Scope;
import dev.kvitt.operations.store.reconcile.Streams;
import dev.kvitt.operations.store.reconcile.TriedRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** One run: matches what is stored, then asks Vipps about the payments that differ and judges those. */
final class ReconcileRun implements Streams.Work {
    private static final int BATCH = 500;
    private static final int PROGRESS_EVERY = 20_000;

    private final UUID id;
    private final Scope scope;
    private final Instant start;
    private final Rules rules;
    private final Judge judge;
    private final Transactions transactions;
    private final Looking looking;
    private final LookQueue toLookAt;
    private final BooleanSupplier goesOn;
    private final Map<Finding.Id, Finding> batch = new LinkedHashMap<>();
    private final List<Group> undecided = new ArrayList<>();
    private long rows;
    private int looks;

    ReconcileRun(
            UUID id,
            Scope scope,
            Instant start,
            Rules rules,
            Transactions transactions,
            Looking looking,
            LookQueue toLookAt,
            BooleanSupplier goesOn) {
        this.id = id;
        this.scope = scope;
        this.start = start;
        this.rules = rules;
        this.judge = new Judge(rules);
        this.transactions = transactions;
        this.looking = looking;
        this.toLookAt = toLookAt;
        this.goesOn = goesOn;
    }

    @Override
    public void toRead(long count) {
        transactions.run(connection -> {
            RunRows.toRead(connection, id, count);
            return null;
        });
    }

    @Override
    public void payments(Iterator<OurPayment> ours, Iterator<VippsView> views, Iterator<ReportRow> report) {
        progress("matches payments");
        new Matcher(rules, this::found, this::lookLater, scope::has).run(counted(ours), views, counted(report));
    }

    @Override
    public void books(Iterator<ReportRow> report) {
        if (scope.isAll()) {
            progress("follows the balances");
            new Books(rules, this::found).run(report);
        }
    }

    /** The last part: only a run that came to here says that anything is gone. */
    void lookAndFinish(Instant now) {
        List<Group> asked = toLookAt.all();
        for (Group group : asked) {
            requireGoingOn();
            settle(look(group));
            looks++;
            if (looks % 20 == 0) {
                progress("asks Vipps: " + looks + " of " + asked.size());
            }
        }
        flush();
        flushUndecided();
        requireGoingOn();
        transactions.run(connection -> {
            // In one transaction with what is called gone: a run that another process has taken over calls nothing so.
            requireRunning(RunRows.progress(connection, id, "done", rows, looks));
            int gone = FindingRows.sweep(
                    connection, id, scope, rules.reportReadTo().keySet(), now);
            RunRows.done(connection, id, gone, now);
            return null;
        });
    }

    private boolean lookLater(Group group, List<Finding> findings) {
        toLookAt.add(group, findings).ifPresent(this::settle);
        return true;
    }

    private Group look(Group group) {
        Optional<VippsView> view = looking.at(group.msn(), group.reference());
        transactions.run(connection -> {
            if (view.isPresent()) {
                LookRows.put(connection, view.get());
            } else {
                TriedRows.put(connection, new TriedRows.Payment(group.msn(), group.reference()), start);
            }
            return null;
        });
        return view.map(group::seen).orElse(group);
    }

    /** As far as Vipps was asked. */
    private void settle(Group group) {
        judge.of(group).forEach(this::found);
        if (judge.isUndecided(group)) {
            undecided.add(group);
            if (undecided.size() >= BATCH) {
                flushUndecided();
            }
        }
    }

    private void flushUndecided() {
        transactions.run(connection -> {
            FindingRows.keepUndecided(connection, id, undecided);
            return null;
        });
        undecided.clear();
    }

    /** A run of some payments does not see all rows of a type. */
    private void found(Finding finding) {
        if (scope.isAll() || finding.kind() != FindingKind.UNKNOWN_ENTRY_TYPE) {
            batch.put(finding.id(), finding);
            if (batch.size() >= BATCH) {
                flush();
            }
        }
    }

    private void flush() {
        if (!batch.isEmpty()) {
            transactions.run(connection -> {
                FindingRows.put(connection, id, start, List.copyOf(batch.values()));
                return null;
            });
            batch.clear();
        }
    }

    private void progress(String what) {
        requireGoingOn();
        requireRunning(transactions.run(connection -> RunRows.progress(connection, id, what, rows, looks)));
    }

    private static void requireRunning(boolean running) {
        if (!running) {
            throw new IllegalStateException("another process has taken over");
        }
    }

    private void requireGoingOn() {
        if (!goesOn.getAsBoolean()) {
            throw new IllegalStateException("the service stops");
        }
    }

    private <T> Iterator<T> counted(Iterator<T> items) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public T next() {
                if (++rows % PROGRESS_EVERY == 0) {
                    progress("matches payments");
                }
                return items.next();
            }
        };
    }
}
