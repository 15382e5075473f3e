package dev.kvitt.operations.console;

import dev.kvitt.operations.store.Deadline;

/** How much there is of a kind, as it is shown. */
public record DeadlineSum(Tag why, long count, String money) {

    static DeadlineSum of(Deadline.Total total) {
        return new DeadlineSum(Tag.why(total.why()), total.count(), Amounts.shown(total.money(), total.currency()));
    }
}
