package dev.kvitt.gateway.domain;

import dev.kvitt.events.Event;
import java.util.concurrent.CompletionStage;

/** Writes events to Kafka. Never blocks. */
public interface FactPublisher {

    /**
     * @param traceparent of the event, well formed
     * @return done when all in-sync replicas have the event; fails when that is not certain
     */
    CompletionStage<Void> publish(Event<?> event, String traceparent);
}
