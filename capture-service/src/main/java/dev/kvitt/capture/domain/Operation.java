package dev.kvitt.capture.domain;

import dev.kvitt.events.PaymentCommand;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One wish to change something at Vipps, and what became of it so far.
 *
 * @param idempotencyKey the same at every try
 * @param resultNumber of the last result that was told, 0 before the first
 * @param seenAt when the command was first read here
 * @param inDoubtSince when the first try was sent of which it is not known that it did nothing; empty when there is none
 * @param lastSentAt empty when it was never sent
 * @param creation of the payment that a capture or cancel is about; a create decides nothing by it
 */
public record Operation(
        PaymentCommand command,
        UUID idempotencyKey,
        OperationStatus status,
        long resultNumber,
        Instant seenAt,
        Optional<Instant> inDoubtSince,
        Optional<Instant> lastSentAt,
        Creation creation) {

    public boolean inDoubt() {
        return inDoubtSince.isPresent();
    }

    /** The same as it stood in the database when the next try was about to be sent. */
    public Operation sent(Optional<Instant> inDoubtBefore, Instant at) {
        return new Operation(
                command, idempotencyKey, status, resultNumber, seenAt, inDoubtBefore, Optional.of(at), creation);
    }
}
