package dev.kvitt.payment.simulation;

import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentCommand;
import java.time.Instant;

/**
 * An operation as capture-service stores it.
 *
 * @param status absent while nothing was told
 * @param result the last that was told; absent until then
 * @param doubtSince when the first try was sent that may have had an effect; absent while there is none
 * @param sentAt when the last try was sent; absent until then
 */
record CaptureRow(
        PaymentCommand command,
        OperationResult.Outcome status,
        OperationResult result,
        int tries,
        Instant seenAt,
        Instant doubtSince,
        Instant sentAt) {

    boolean isFinal() {
        return status == OperationResult.Outcome.SUCCEEDED || status == OperationResult.Outcome.REJECTED;
    }

    boolean inDoubt() {
        return doubtSince != null;
    }

    CaptureRow told(OperationResult value) {
        return new CaptureRow(command, value.outcome(), value, tries, seenAt, doubtSince, sentAt);
    }

    CaptureRow tried() {
        return new CaptureRow(command, status, result, tries + 1, seenAt, doubtSince, sentAt);
    }

    CaptureRow sent(Instant at, boolean leavesDoubt) {
        var since = doubtSince == null && leavesDoubt ? at : doubtSince;
        return new CaptureRow(command, status, result, tries, seenAt, since, at);
    }
}
