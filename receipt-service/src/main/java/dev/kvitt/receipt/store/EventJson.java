package dev.kvitt.receipt.store;

import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentCaptured;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Captured payments as JSON in our rows, in the same form as on the topic. */
final class EventJson {

    private EventJson() {}

    static String write(PaymentCaptured captured) {
        return new String(EventCodec.value(captured), StandardCharsets.UTF_8);
    }

    static PaymentCaptured read(Msn msn, String json) {
        // The codec reads whole events; of this one only the data is of interest.
        var headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_type",
                EventType.PAYMENT_CAPTURED.typeName(),
                "ce_id",
                "00000000-0000-0000-0000-000000000000",
                "ce_source",
                "kvitt/receipt-service",
                "ce_time",
                Instant.EPOCH.toString(),
                "ce_msn",
                msn.value());
        return (PaymentCaptured)
                EventCodec.read(headers, json.getBytes(StandardCharsets.UTF_8)).data();
    }
}
