package dev.kvitt.operations.api;

import dev.kvitt.operations.domain.checklist.Checklist;
import dev.kvitt.operations.domain.checklist.Example;
import dev.kvitt.operations.domain.checklist.Line;
import dev.kvitt.operations.domain.checklist.Verdict;
import java.util.List;

/**
 * A checklist as JSON. Times are RFC 3339.
 *
 * @param state always {@code done}: it is made while it is asked for
 */
record ChecklistView(
        String id,
        String state,
        String msn,
        String salesUnit,
        String environment,
        String since,
        String at,
        int sales,
        long met,
        long notMet,
        long byHand,
        List<Item> items) {

    /** @param outcome met, not-met or by-hand */
    record Item(String id, String requirement, String outcome, String detail, List<ExampleView> examples, String todo) {

        static Item of(Line line) {
            return new Item(
                    line.id(),
                    line.requirement(),
                    line.verdict().text().replace(' ', '-'),
                    line.seen(),
                    line.examples().stream().map(ExampleView::of).toList(),
                    line.todo());
        }
    }

    record ExampleView(String reference, String at, String seen) {

        static ExampleView of(Example example) {
            return new ExampleView(example.reference(), example.at().toString(), example.seen());
        }
    }

    static ChecklistView of(Checklist list) {
        return new ChecklistView(
                list.id().toString(),
                "done",
                list.msn(),
                list.salesUnit(),
                list.environment(),
                list.since().toString(),
                list.at().toString(),
                list.sales(),
                list.count(Verdict.MET),
                list.count(Verdict.NOT_MET),
                list.count(Verdict.BY_HAND),
                list.lines().stream().map(Item::of).toList());
    }
}
