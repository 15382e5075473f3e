package dev.kvitt.operations.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.Incoming;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageReaderTest {

    private static final String NUMBER = "+4791234567";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static Incoming unreadable(Map<String, String> headers) {
        return new Incoming(
                "pos.sales",
                0,
                17,
                "somebody",
                headers,
                "{".getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-11-22T10:00:00Z"));
    }

    @Test
    void of_what_nobody_can_read_no_header_is_kept_that_a_customers_number_fits() {
        var headers = new HashMap<String, String>();
        for (var name : new String[] {
            "ce_specversion",
            "ce_id",
            "ce_source",
            "ce_type",
            "ce_time",
            "ce_subject",
            "ce_msn",
            "ce_tillid",
            "content-type",
            "traceparent"
        }) {
            headers.put(name, NUMBER);
        }
        var message = MessageReader.read(unreadable(headers));
        assertThat(message.unreadable()).isNotNull();
        assertThat(message.headers()).isEmpty();
        assertThat(message.type()).isNull();
        assertThat(message.source()).isNull();
        assertThat(message.traceparent()).isNull();
    }

    @Test
    void what_it_is_called_when_it_was_and_its_trace_are_kept() {
        var headers = Map.of(
                "ce_type", "kvitt.sale.customer-presented.v2",
                "ce_time", "2026-11-22T09:59:58.123Z",
                "traceparent", TRACE,
                "ce_source", "till/17",
                "ce_tillid", "till-17");
        var message = MessageReader.read(unreadable(headers));
        assertThat(message.headers()).containsOnlyKeys("ce_type", "ce_time", "traceparent");
        assertThat(message.traceparent()).isEqualTo(TRACE);
    }
}
