package dev.kvitt.checkin.messaging;

import dev.kvitt.events.Event;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.messaging.Origin;
import dev.kvitt.registry.PointOfSaleTopic;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.RequestKind;
import jakarta.inject.Singleton;
import java.util.List;

/** The topics on which points of sale ask, and for what, by the registry. */
@Singleton
public class PointsOfSale {

    private final Registry registry;

    PointsOfSale(Registry registry) {
        this.registry = registry;
    }

    List<String> topics() {
        return registry.pointOfSaleTopics().stream()
                .map(PointOfSaleTopic::topic)
                .toList();
    }

    boolean isOne(String topic) {
        return registry.pointOfSaleTopic(topic).isPresent();
    }

    /**
     * Whether what is asked may be asked there. What may not is payment-service's to refuse; here it must change nothing,
     * because what this service says of a customer is believed.
     */
    boolean permits(Event<?> event, Origin origin) {
        return !(event.data() instanceof PointOfSaleEvent request)
                || registry.pointOfSaleTopic(origin.topic())
                        .filter(topic -> topic.speaksFor(request.msn()))
                        .filter(topic -> topic.mayAskFor(RequestKind.of(request)))
                        .isPresent();
    }
}
