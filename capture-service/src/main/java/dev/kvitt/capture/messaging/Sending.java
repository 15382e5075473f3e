package dev.kvitt.capture.messaging;

import dev.kvitt.capture.domain.Answer;
import dev.kvitt.capture.domain.Situation;
import dev.kvitt.capture.store.SendLog;
import dev.kvitt.capture.vipps.Prepared;
import dev.kvitt.capture.vipps.Writes;
import dev.kvitt.messaging.CrashPoint;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Sends one try: written down first, in a transaction of its own. */
@Singleton
public class Sending {

    /** How long a run that was overtaken by a later one keeps out of its way; what it does then is not written. */
    private static final Duration OVERTAKEN = Duration.ofMinutes(1);

    private final Writes writes;
    private final SendLog log;
    private final InstantSource clock;

    Sending(Writes writes, SendLog log, InstantSource clock) {
        this.writes = writes;
        this.log = log;
        this.clock = clock;
    }

    /** @return what is known after it */
    Situation send(Situation before) {
        return switch (writes.prepare(before.operation())) {
            case Prepared.NotReady(Answer answer) -> notSent(before, answer);
            case Prepared.Ready(Supplier<Answer> call) -> send(before, call);
        };
    }

    private Situation send(Situation before, Supplier<Answer> call) {
        var now = clock.instant();
        return switch (log.beforeSending(before.operation(), before.tries(), now)) {
            case SendLog.Permission.Granted(Optional<Instant> inDoubtBefore) -> {
                CrashPoint.reached("operation.before-send");
                var begun = System.nanoTime();
                var answer = call.get();
                var kind = before.operation().command().operationId().kind();
                Tallies.sent(kind, answer, Duration.ofNanos(System.nanoTime() - begun));
                CrashPoint.reached("operation.after-send");
                yield before.answered(before.operation().sent(inDoubtBefore, now), answer, clock.instant());
            }
            case SendLog.Permission.NotBefore(Instant time) -> notSent(before, busy(Duration.between(now, time)));
            case SendLog.Permission.NotOurs _ -> notSent(before, busy(OVERTAKEN));
        };
    }

    private Situation notSent(Situation before, Answer answer) {
        return before.answered(before.operation(), answer, clock.instant());
    }

    private static Answer busy(Duration time) {
        return new Answer.Busy(Optional.of(time));
    }
}
