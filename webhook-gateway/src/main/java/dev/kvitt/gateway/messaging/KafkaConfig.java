package dev.kvitt.gateway.messaging;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** Where the broker is. */
@ConfigMapping(prefix = "kvitt.kafka")
public interface KafkaConfig {

    /** host:port, several separated by commas. */
    String bootstrap();

    /** Anything else the Kafka clients should know, such as security settings. */
    Map<String, String> properties();
}
