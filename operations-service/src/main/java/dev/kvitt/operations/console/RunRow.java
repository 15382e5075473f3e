package dev.kvitt.operations.console;

import dev.kvitt.operations.api.Reconciliations;
import dev.kvitt.operations.api.ReportRead;
import dev.kvitt.operations.store.reconcile.RunRows.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A reconciliation as pages have it.
 *
 * @param what which payments it compares
 * @param percent from 0 to 100
 * @param doing what it does at the moment
 * @param fresh findings that it was the first to find
 * @param failure why it failed; absent when it did not
 * @param behind a list of Vipps' report could not be read to its end
 * @param lists how far each was read; none while that is not known, and where none is to be read
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
        boolean behind,
        List<ReadListRow> lists,
        Instant startedAt,
        Instant finishedAt) {

    private static final int HUNDRED = 100;

    private static final Tag BEHIND = new Tag(
            "done, report behind",
            "warn",
            "It has compared what there is; a part of Vipps MobilePay’s report could not be read and was not judged.");

    static RunRow of(Run run, Optional<ReportRead> report) {
        boolean behind = run.state().equals("done")
                && report.filter(read -> !read.complete()).isPresent();
        return new RunRow(
                ReconciliationsPages.PATH + "/" + run.id(),
                behind ? BEHIND : tag(run.state()),
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
                behind,
                report.stream()
                        .flatMap(read -> read.lists().stream())
                        .map(ReadListRow::of)
                        .toList(),
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
