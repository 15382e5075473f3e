package dev.kvitt.messaging.outbox;

import dev.kvitt.messaging.outbox.OutboxRows.OutboxRow;
import dev.kvitt.tracing.Traced;
import dev.kvitt.tracing.Traceparent;
import dev.kvitt.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;

/**
 * A row on its way: a span from when it was written until Kafka has it.
 *
 * @param row as it is sent; whoever reads it goes on from the span
 */
record TracedRow(OutboxRow row, Traced span) {

    static TracedRow of(OutboxRow row) {
        var before = row.headers().get(Traceparent.HEADER);
        if (before == null) {
            return new TracedRow(row, Traced.nothing());
        }
        var headers = new HashMap<>(row.headers());
        var span = span(row, "send " + headers.get("ce_type"), before)
                .with("messaging.destination.name", row.topic())
                .with("kvitt.sale", row.key());
        headers.put(Traceparent.HEADER, span.traceparent(before));
        return new TracedRow(new OutboxRow(row.id(), row.topic(), row.key(), headers, row.value()), span);
    }

    /** From when it was written, where it says so. */
    private static Traced span(OutboxRow row, String name, String before) {
        try {
            var written = Instant.parse(row.headers().getOrDefault("ce_time", ""));
            return Tracing.begin(SpanKind.PRODUCER, name, before, written);
        } catch (DateTimeParseException e) {
            return Tracing.begin(SpanKind.PRODUCER, name, before);
        }
    }
}
