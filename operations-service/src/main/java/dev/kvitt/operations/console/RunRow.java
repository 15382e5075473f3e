package dev.kvitt.operations.console;

import dev.kvitt.operations.api.Reconciliations;
import dev.kvitt.operations.store.reconcile.RunRows.Run;
import java.time.Instant;

/**
 * A reconciliation as pages have it.
 *
 * @param what which payments it compares
 * @param percent from 0 to 100
 * @param doing what it does at the moment
 * @param fresh findings that it was the first to find
 * @param failure why it failed; absent when it did not
 */
public record RunRow(
        String link,
        Tag state,
        boolean running,
        boolean done,
        String what,
        String askedBy,
        int percent,
        String doing,
        long rows,
        int looks,
        int open,
        int fresh,
        int gone,
        String failure,
        Instant startedAt,
        Instant finishedAt) {

    private static final int HUNDRED = 100;

    static RunRow of(Run run) {
        return new RunRow(
                ReconciliationsPages.PATH + "/" + run.id(),
                tag(run.state()),
                run.finishedAt().isEmpty(),
                run.state().equals("done"),
                what(run),
                run.askedBy(),
                (int) (Reconciliations.share(run) * HUNDRED),
                run.progress(),
                run.rows(),
                run.looks(),
                run.open(),
                run.fresh(),
                run.gone(),
                run.failure().orElse(null),
                run.startedAt(),
                run.finishedAt().orElse(null));
    }

    private static String what(Run run) {
        var scope = run.scope();
        return scope.msn().map(msn -> "sales unit " + msn).orElse("all sales units")
                + scope.from().map(from -> ", from " + from).orElse("")
                + scope.to().map(to -> ", before " + to).orElse("");
    }

    private static Tag tag(String state) {
        return switch (state) {
            case "running" -> new Tag("running", "info", "It compares; findings are not complete yet.");
            case "done" -> new Tag("done", "good", "It has compared everything that it was asked for.");
            case "failed" ->
                new Tag(
                        "failed",
                        "bad",
                        "It did not come to its end: what it found stands, and nothing was called gone.");
            default -> new Tag(state, "info", state);
        };
    }
}
