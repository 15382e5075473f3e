package dev.kvitt.operations.api;

import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.store.reconcile.ReportState;
import dev.kvitt.operations.store.reconcile.RunRows;
import dev.kvitt.operations.store.reconcile.RunRows.Run;
import dev.kvitt.operations.store.reconcile.Scope;
import dev.kvitt.operations.vipps.Reconciler;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs of the reconciliation, for programs and people alike. */
@Singleton
public class Reconciliations {

    private static final double ALMOST = 0.99;

    private final Reconciler reconciler;
    private final Transactions transactions;

    Reconciliations(Reconciler reconciler, Transactions transactions) {
        this.reconciler = reconciler;
        this.transactions = transactions;
    }

    /**
     * Begins a run. What is absent or empty asks for all.
     *
     * @param msn one sales unit
     * @param from a time or day; payments of then and later
     * @param to a time or day; payments of before
     * @throws Problem when another one is under way, or what is asked for makes no sense
     */
    public Run start(String msn, String from, String to, String who) {
        var scope = scope(msn, from, to);
        return find(reconciler.start(scope, who).orElseThrow(this::underWay));
    }

    /** The newest first. */
    public List<Run> newest(int limit) {
        return transactions.run(connection -> RunRows.newest(connection, limit));
    }

    /** @throws Problem when there is none */
    public Run find(UUID id) {
        return transactions
                .run(connection -> RunRows.find(connection, id))
                .orElseThrow(() -> Problem.notFound("no-reconciliation", "There is no reconciliation with this id."));
    }

    /** How far each of these could read the report; without those that did not, or have not yet. */
    public Map<UUID, ReportRead> report(List<Run> runs) {
        var lists = transactions.run(connection ->
                ReportState.of(connection, runs.stream().map(Run::id).toList()));
        Map<UUID, ReportRead> report = new HashMap<>();
        for (Run run : runs) {
            ReportRead.of(run, lists.getOrDefault(run.id(), List.of())).ifPresent(read -> report.put(run.id(), read));
        }
        return report;
    }

    /** How far a run is, from 0 to 1; 1 is done. */
    public static double share(Run run) {
        if (run.state().equals("done")) {
            return 1;
        }
        long toRead = run.toRead().orElse(0);
        return toRead == 0 ? 0 : Math.min(ALMOST, (double) run.rows() / toRead);
    }

    private static Scope scope(String msn, String from, String to) {
        var unit = Optional.ofNullable(Asked.text(msn))
                .map(text -> Decider.msn(text).value());
        var first = Optional.ofNullable(Asked.time("from", from));
        var end = Optional.ofNullable(Asked.time("to", to));
        if (first.isPresent() && end.isPresent() && !first.get().isBefore(end.get())) {
            throw Problem.badRequest("bad-time", "from is before to.");
        }
        return new Scope(unit, first, end);
    }

    private Problem underWay() {
        String running = newest(1).stream()
                .filter(run -> run.finishedAt().isEmpty())
                .map(run -> run.id().toString())
                .findFirst()
                .orElse(null);
        return Problem.conflict("reconciling", "A reconciliation is under way. Wait for its end; nothing was begun.")
                .about(running);
    }
}
