package dev.kvitt.payment.simulation;

import dev.kvitt.capture.domain.Creation;
import dev.kvitt.capture.domain.Operation;
import dev.kvitt.capture.domain.OperationStatus;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An operation as capture-service stores it.
 *
 * @param result the last that was told; absent until then
 * @param tries how often it was taken up
 * @param due when it is taken up again
 * @param doubtSince when the first try was sent that may have had an effect; absent while there is none
 * @param sends when it was sent, oldest first
 * @param skippedAt when a person wrote that it is given up; absent until then
 */
record CaptureRow(
        PaymentCommand command,
        OperationResult result,
        int tries,
        Instant seenAt,
        Instant due,
        Instant doubtSince,
        List<Instant> sends,
        Instant skippedAt) {

    static CaptureRow of(PaymentCommand command, Instant now, Instant skippedAt) {
        return new CaptureRow(command, null, 0, now, now, null, List.of(), skippedAt);
    }

    OperationStatus status() {
        return result == null
                ? OperationStatus.NEW
                : OperationStatus.valueOf(result.outcome().name());
    }

    long resultNumber() {
        return result == null ? 0 : result.number();
    }

    CaptureRow told(OperationResult value) {
        return new CaptureRow(command, value, tries, seenAt, due, doubtSince, sends, skippedAt);
    }

    CaptureRow tried() {
        return new CaptureRow(command, result, tries + 1, seenAt, due, doubtSince, sends, skippedAt);
    }

    CaptureRow due(Instant value) {
        return new CaptureRow(command, result, tries, seenAt, value, doubtSince, sends, skippedAt);
    }

    CaptureRow notInDoubt() {
        return new CaptureRow(command, result, tries, seenAt, due, null, sends, skippedAt);
    }

    CaptureRow skipped(Instant at) {
        var first = skippedAt == null ? at : skippedAt;
        return new CaptureRow(command, result, tries, seenAt, due, doubtSince, sends, first);
    }

    CaptureRow sent(Instant at) {
        var since = doubtSince == null ? at : doubtSince;
        var all = new ArrayList<>(sends);
        all.add(at);
        return new CaptureRow(command, result, tries, seenAt, due, since, List.copyOf(all), skippedAt);
    }

    Operation operation(Creation creation, Set<String> likeIt) {
        return new Operation(
                command,
                UUID.fromString(VippsDoor.key(command)),
                status(),
                resultNumber(),
                seenAt,
                Optional.ofNullable(doubtSince),
                sends.stream().findFirst(),
                sends.stream().reduce((earlier, later) -> later),
                creation,
                likeIt,
                Optional.ofNullable(skippedAt));
    }
}
