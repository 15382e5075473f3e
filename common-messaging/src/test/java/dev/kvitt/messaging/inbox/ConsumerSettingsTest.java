package dev.kvitt.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.EventCodec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsumerSettingsTest {

    @Test
    void a_batch_of_the_largest_messages_fits_into_memory_unless_somebody_wants_it_otherwise() {
        var most = Integer.parseInt(
                ConsumerSettings.of(Map.of()).get("fetch.max.bytes").toString());
        assertThat(most).isGreaterThan(EventCodec.MAX_VALUE_BYTES).isLessThan(20 * EventCodec.MAX_VALUE_BYTES);
        assertThat(ConsumerSettings.of(Map.of("fetch.max.bytes", "1000000")))
                .containsEntry("fetch.max.bytes", "1000000");
    }
}
