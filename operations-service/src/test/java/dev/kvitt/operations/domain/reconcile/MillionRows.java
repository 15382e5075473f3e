package dev.kvitt.operations.domain.reconcile;

import dev.kvitt.operations.planted.EndlessLedger;
import java.util.Collections;
import java.util.concurrent.atomic.LongAdder;

/** Matches a million rows in the memory that its own machine was started with, and prints time and memory. */
final class MillionRows {
    private MillionRows() {}

    public static void main(String[] arguments) {
        int sales = Integer.parseInt(arguments[0]);
        var report = new EndlessLedger(sales);
        var ours = new EndlessLedger(sales);
        var books = new EndlessLedger(sales);
        var findings = new LongAdder();
        var rules = PlantedDifferencesTest.rules();
        long start = System.nanoTime();
        long items = new Matcher(rules, finding -> findings.increment(), (group, told) -> false, group -> true)
                .run(
                        ours.ours().map(PlantedLines::ours).iterator(),
                        Collections.emptyIterator(),
                        report.report().map(PlantedLines::row).iterator());
        new Books(rules, finding -> findings.increment())
                .run(books.report().map(PlantedLines::row).iterator());
        System.out.printf(
                "%,d items matched (%,d rows of the report), balances followed, %d differences, %.1f s, heap of %d MB%n",
                items,
                report.rows(),
                findings.sum(),
                (System.nanoTime() - start) / 1e9,
                Runtime.getRuntime().maxMemory() >> 20);
        if (findings.sum() != report.planted()) {
            throw new IllegalStateException("planted were " + report.planted());
        }
    }
}
