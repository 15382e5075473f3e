package dev.kvitt.capture.domain;

import dev.kvitt.events.PaymentCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One wish to change something at Vipps, and what became of it so far.
 *
 * @param idempotencyKey the same at every try
 * @param resultNumber of the last result that was told, 0 before the first
 * @param seenAt when the command was first read here
 * @param inDoubtSince when the first try was sent of which it is not known that it did nothing; empty when there is none
 * @param firstSentAt empty when it was never sent
 * @param lastSentAt empty when it was never sent
 * @param creation of the payment that a capture or cancel is about; a create decides nothing by it
 * @param likeIt the keys of the other operations of this kind and amount that succeeded on this payment: entries of Vipps'
 *     log that name no key may be theirs
 * @param skippedAt when a person wrote that it is given up; it is never sent after that
 */
public record Operation(
        PaymentCommand command,
        UUID idempotencyKey,
        OperationStatus status,
        long resultNumber,
        Instant seenAt,
        Optional<Instant> inDoubtSince,
        Optional<Instant> firstSentAt,
        Optional<Instant> lastSentAt,
        Creation creation,
        Set<String> likeIt,
        Optional<Instant> skippedAt) {

    public Operation {
        likeIt = Set.copyOf(likeIt);
    }

    public boolean inDoubt() {
        return inDoubtSince.isPresent();
    }

    /** The same as it stood in the database when the next try was about to be sent. */
    public Operation sent(Optional<Instant> inDoubtBefore, Instant at) {
        return new Operation(
                command,
                idempotencyKey,
                status,
                resultNumber,
                seenAt,
                inDoubtBefore,
                firstSentAt.or(() -> Optional.of(at)),
                Optional.of(at),
                creation,
                likeIt,
                skippedAt);
    }

    /** Whether so much time passed before it was read here that an earlier life of our rows may have done it. */
    boolean seenLate(Limits limits) {
        return command.issuedAt().plus(limits.askFirstAfter()).isBefore(seenAt);
    }

    /** In doubt, or put off, for longer than its key is trusted: a person is called, and may end it by their word. */
    boolean personIsCalled(Limits limits, Instant now) {
        return inDoubtSince
                .or(() -> firstSentAt)
                .filter(since -> !now.isBefore(since.plus(limits.idempotencyTrust())))
                .isPresent();
    }

    /** Until when a try may still arrive; one that our rows have forgotten was sent before it was given up. */
    Instant mayArriveUntil(Limits limits) {
        return lastSentAt
                .or(() -> skippedAt)
                .map(sent -> sent.plus(limits.arrival()))
                .orElse(Instant.MIN);
    }

    boolean triedFor(Duration time, Instant now) {
        return firstSentAt.filter(first -> !now.isBefore(first.plus(time))).isPresent();
    }
}
