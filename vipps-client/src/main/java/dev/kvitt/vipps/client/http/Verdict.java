package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.ErrorCode;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.VippsError;
import dev.kvitt.vipps.client.VippsError.Stage;
import java.time.Duration;
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
            case Transmission.NotSent notSent ->
                new Outcome.Busy<>(VippsError.notSent(Stage.NOT_SENT, notSent.why()), notSent.retryAfter());
            case Transmission.Lost lost -> Outcome.Unknown.withoutAnswer(lost.why());
            case Transmission.Answered answer when answer.isSuccess() -> success(answer, reader);
            case Transmission.Answered answer -> error(answer);
        };
    }

    /** Without a token no call is sent, so nothing is unknown. */
    static <T> Outcome<T> withoutToken(TokenResult why) {
        return switch (why) {
            case TokenResult.Denied(VippsError error) -> new Outcome.Refused<>(error);
            case TokenResult.Unavailable(VippsError error, Optional<Duration> wait) -> new Outcome.Busy<>(error, wait);
            case TokenResult.Granted _ -> throw new IllegalArgumentException("there was a token");
        };
    }

    private static <T> Outcome<T> success(Transmission.Answered answer, AnswerReader<T> reader) {
        try {
            return new Outcome.Done<>(reader.read(answer.body()));
        } catch (UnreadableAnswer unreadable) {
            return unreadable(answer, unreadable.getMessage());
        } catch (IllegalArgumentException outOfRange) {
            return unreadable(answer, "a value in the answer is out of its range");
        }
    }

    private static <T> Outcome<T> unreadable(Transmission.Answered answer, String why) {
        return new Outcome.Unknown<>(
                "HTTP " + answer.status() + ", but " + why, Optional.empty(), answer.status(), Optional.empty());
    }

    private <T> Outcome<T> error(Transmission.Answered answer) {
        VippsError error = ErrorAnswer.read(Stage.CALL, answer);
        Optional<Duration> wait = RetryAfter.of(answer.headers(), clock.instant());
        boolean busyCode = error.code().filter(BUSY_CODES::contains).isPresent();
        if (busyCode || BUSY_STATUS.contains(answer.status())) {
            return new Outcome.Busy<>(error, wait);
        }
        boolean definite = answer.status() >= 400 && answer.status() < 500 && answer.status() != REQUEST_TIMEOUT;
        return definite
                ? new Outcome.Refused<>(error)
                : new Outcome.Unknown<>(
                        "HTTP " + answer.status() + ": " + error.title(), wait, answer.status(), error.traceId());
    }
}
