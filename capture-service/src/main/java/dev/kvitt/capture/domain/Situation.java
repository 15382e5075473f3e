package dev.kvitt.capture.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is known about an operation in this round.
 *
 * @param tries how often it was taken up, this time included
 * @param answer to the write of this round, where there was one
 * @param reading made after {@code answer}, or before any write
 */
public record Situation(
        Operation operation, Instant now, int tries, Optional<Answer> answer, Optional<Reading> reading) {

    public static Situation atStart(Operation operation, Instant now, int tries) {
        return new Situation(operation, now, tries, Optional.empty(), Optional.empty());
    }

    public Situation read(Reading found, Instant at) {
        return new Situation(operation, at, tries, answer, Optional.of(found));
    }

    /** What was read before a write is out of date after it. */
    public Situation answered(Operation sent, Answer by, Instant at) {
        return new Situation(sent, at, tries, Optional.of(by), Optional.empty());
    }

    /** Whether a try may have had an effect that is not known. */
    public boolean inDoubt() {
        return operation.inDoubt() || answer.map(Answer::leavesDoubt).orElse(false);
    }

    Step wait(Duration time) {
        return wait(time, false);
    }

    Step wait(Duration time, boolean moneyAtRisk) {
        var untold = inDoubt() && operation.status() == OperationStatus.NEW;
        return new Step.Wait(now.plus(time), untold ? Optional.of(Refusals.UNKNOWN) : Optional.empty(), moneyAtRisk);
    }

    /** Whether a try may still arrive: what is not there yet is then no proof. */
    boolean mayYetArrive(Limits limits) {
        return !now.isAfter(operation.mayArriveUntil(limits));
    }

    /** Until no try can arrive any more, and looks at the payment now and then. */
    Step waitForArrival(Limits limits) {
        var left = Duration.between(now, operation.mayArriveUntil(limits)).plusMillis(1);
        return wait(left.compareTo(Waits.LONGEST) < 0 ? left : Waits.LONGEST);
    }

    /** By our own count, whatever Vipps asks for. */
    Duration usualWait() {
        return Waits.after(tries, Duration.between(operation.seenAt(), now));
    }

    Step waitLonger() {
        return wait(usualWait());
    }
}
