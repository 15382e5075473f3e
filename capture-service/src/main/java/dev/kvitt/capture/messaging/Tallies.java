package dev.kvitt.capture.messaging;

import dev.kvitt.capture.domain.Answer;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.Locale;

/** Counts what came of operations at Vipps, and how long Vipps took. */
final class Tallies {

    private Tallies() {}

    /** From 0: whoever watches for growth would not see the first of something that was not there before. */
    static void begin() {
        for (var kind : OperationId.Kind.values()) {
            for (var outcome : OperationResult.Outcome.values()) {
                results(kind, outcome);
            }
        }
    }

    /** Once for each result that is told: succeeded, rejected, or unknown for the time being. */
    static void told(OperationResult result) {
        results(result.operationId().kind(), result.outcome()).increment();
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
