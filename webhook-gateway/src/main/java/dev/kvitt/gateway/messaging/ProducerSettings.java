package dev.kvitt.gateway.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How the producer is set up: nothing is lost, nothing waits longer than Vipps does. */
final class ProducerSettings {

    /** All tries of one event; well inside the 10 s after which Vipps takes a webhook for undelivered. */
    static final int DELIVERY_TIMEOUT_MILLIS = 8_000;

    /** One try. */
    static final int REQUEST_TIMEOUT_MILLIS = 3_000;

    private ProducerSettings() {}

    static Map<String, Object> of(KafkaConfig config) {
        var all = new HashMap<String, Object>(config.properties());
        all.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrap());
        all.put(ProducerConfig.CLIENT_ID_CONFIG, "webhook-gateway");
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
        // send() is called on the event loop and must never wait there, neither for metadata nor for a full buffer.
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        return all;
    }
}
