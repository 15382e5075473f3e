package dev.kvitt.capture.messaging;

import dev.kvitt.capture.domain.Answer;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.LongStream;

/** Counts what came of operations at Vipps, and how long Vipps took. */
final class Tallies {

    /** Vipps answers in half a second; what it puts off takes minutes. */
    private static final Duration[] BUCKETS = LongStream.of(
                    100, 250, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 300_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private Tallies() {}

    /** From 0: whoever watches for growth would not see the first of something that was not there before. */
    static void begin() {
        for (var kind : OperationId.Kind.values()) {
            for (var outcome : OperationResult.Outcome.values()) {
                results(kind, outcome);
            }
            ended(kind, OperationResult.Outcome.SUCCEEDED);
        }
    }

    /**
     * Once for each result that is told: succeeded, rejected, or unknown for the time being.
     *
     * @param took since the command was written
     */
    static void told(OperationResult result, Duration took) {
        var kind = result.operationId().kind();
        results(kind, result.outcome()).increment();
        if (result.outcome() != OperationResult.Outcome.UNKNOWN && !took.isNegative()) {
            ended(kind, result.outcome()).record(took);
        }
    }

    private static Timer ended(OperationId.Kind kind, OperationResult.Outcome outcome) {
        return Timer.builder("kvitt.operations")
                .tags("kind", lower(kind), "outcome", lower(outcome))
                .serviceLevelObjectives(BUCKETS)
                .register(Metrics.globalRegistry);
    }

    private static Counter results(OperationId.Kind kind, OperationResult.Outcome outcome) {
        return Metrics.counter("kvitt.vipps.operations", "kind", lower(kind), "outcome", lower(outcome));
    }

    /** Once for each call, whatever came of it. */
    static void sent(OperationId.Kind kind, Answer answer, Duration took) {
        Metrics.timer("kvitt.vipps.calls", "kind", lower(kind), "answer", name(answer))
                .record(took);
    }

    private static String name(Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> "accepted";
            case Answer.Refused _ -> "refused";
            case Answer.Busy _ -> "busy";
            case Answer.Unknown _ -> "unknown";
            case Answer.CannotBeSent _ -> "cannot-be-sent";
        };
    }

    private static String lower(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT);
    }
}
