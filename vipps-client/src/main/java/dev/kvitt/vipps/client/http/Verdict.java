package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.ErrorCode;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.VippsError;
import dev.kvitt.vipps.client.VippsError.Stage;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Turns what came over the wire into what is known. Whatever is not certainly done and not certainly refused is unknown. */
final class Verdict {
    private static final Set<Integer> BUSY_STATUS = Set.of(423, 429);
    private static final Set<ErrorCode> BUSY_CODES = Set.of(ErrorCode.ORDER_LOCKED, ErrorCode.CAPTURE_FAILED_TRY_LATER);
    private static final int REQUEST_TIMEOUT = 408;

    private final InstantSource clock;

    Verdict(InstantSource clock) {
        this.clock = clock;
    }

    <T> Outcome<T> on(Transmission result, AnswerReader<T> reader) {
        return switch (result) {
            case Transmission.NotSent(String why) ->
                new Outcome.Busy<>(VippsError.notSent(Stage.NOT_SENT, why), Optional.empty());
            case Transmission.Lost(String why) -> new Outcome.Unknown<>(why);
            case Transmission.Answered answer when answer.isSuccess() -> success(answer, reader);
            case Transmission.Answered answer -> error(answer);
        };
    }

    private static <T> Outcome<T> success(Transmission.Answered answer, AnswerReader<T> reader) {
        try {
            return new Outcome.Done<>(reader.read(answer.body()));
        } catch (UnreadableAnswer unreadable) {
            return new Outcome.Unknown<>("HTTP " + answer.status() + ", but " + unreadable.getMessage());
        } catch (IllegalArgumentException outOfRange) {
            return new Outcome.Unknown<>("HTTP " + answer.status() + ", but a value in the answer is out of its range");
        }
    }

    private <T> Outcome<T> error(Transmission.Answered answer) {
        VippsError error = ErrorAnswer.read(Stage.CALL, answer);
        boolean busyCode = error.code().filter(BUSY_CODES::contains).isPresent();
        if (busyCode || BUSY_STATUS.contains(answer.status())) {
            return new Outcome.Busy<>(error, RetryAfter.of(answer.headers(), clock.instant()));
        }
        boolean definite = answer.status() >= 400 && answer.status() < 500 && answer.status() != REQUEST_TIMEOUT;
        return definite
                ? new Outcome.Refused<>(error)
                : new Outcome.Unknown<>("HTTP " + answer.status() + ": " + error.title());
    }
}
