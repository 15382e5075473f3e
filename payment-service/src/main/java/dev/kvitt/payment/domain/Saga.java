package dev.kvitt.payment.domain;

import java.time.Instant;

/**
 * The saga as a pure function: a sale and an input make the next sale and what is to be done. First {@link Intake} folds
 * the input into what is known and wanted; then {@link Course} decides, from what is known and wanted alone. So the order
 * in which facts arrive makes no difference, and reading what is known already changes nothing.
 */
public final class Saga {

    private final Timing timing;

    public Saga(Timing timing) {
        this.timing = timing;
    }

    public Decision decide(Sale sale, Input input, Instant now) {
        var turn = new Turn(sale, timing, now);
        new Intake(turn).take(input);
        new Course(turn).go(sale);
        return new Decision(turn.sale, turn.outputs);
    }
}
