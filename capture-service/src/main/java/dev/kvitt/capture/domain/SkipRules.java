package dev.kvitt.capture.domain;

import dev.kvitt.events.Refusal;
import java.time.Instant;
import java.util.Optional;

/** When a person's word that an operation is given up counts. */
public final class SkipRules {

    private final Limits limits;

    SkipRules(Limits limits) {
        this.limits = limits;
    }

    /**
     * What is read long after it was written may have counted before our rows were restored. It still does, unless it was
     * written so soon after the command that nobody can have been called.
     *
     * @param known empty while its command was not read, or not read again
     * @param writtenAt the time in the event
     * @return why not; empty when it counts, or will when the command is read
     */
    public Optional<Refusal> objection(Optional<Operation> known, Instant writtenAt, Instant now) {
        var readLate = writtenAt.plus(limits.askFirstAfter()).isBefore(now);
        if (known.isEmpty()) {
            return readLate ? Optional.empty() : Optional.of(Refusals.NO_SUCH_OPERATION);
        }
        var operation = known.get();
        if (operation.status().isFinal()) {
            return Optional.of(Refusals.KNOWN_ALREADY);
        }
        var counted = readLate && !operation.command().issuedAt().isAfter(forIssuedUntil(writtenAt));
        return counted || operation.personIsCalled(limits, now)
                ? Optional.empty()
                : Optional.of(Refusals.STILL_TRUSTED);
    }

    /** A word that was written at this time can be about a command of this time at the latest. */
    public Instant forIssuedUntil(Instant writtenAt) {
        return writtenAt.minus(limits.idempotencyTrust());
    }

    /**
     * A command so old may have been given up by a word that is only about to be read again. It waits until everything
     * said by now was read.
     */
    public boolean mayBeSkippedAlready(Instant issuedAt, Instant now) {
        return issuedAt.plus(limits.idempotencyTrust()).isBefore(now);
    }
}
