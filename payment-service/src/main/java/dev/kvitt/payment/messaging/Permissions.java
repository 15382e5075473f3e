package dev.kvitt.payment.messaging;

import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.Refusal;
import dev.kvitt.messaging.Origin;
import dev.kvitt.registry.PointOfSaleTopic;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.RequestKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which topic may ask for what, by the registry. */
@ApplicationScoped
class Permissions {

    static final Refusal NO_REFUNDS = new Refusal(
            "refunds-not-permitted",
            "This point of sale may not pay money back; nothing was paid back. Somebody who may has to do it.",
            false);
    private static final Refusal NOT_ITS_SALES_UNIT = new Refusal(
            "sales-unit-not-permitted",
            "This point of sale may not act for this sales unit; nothing was done. Correct the merchant serial number,"
                    + " or have it permitted.",
            false);
    private static final Refusal NOT_ITS_REQUEST = new Refusal(
            "request-not-permitted",
            "This point of sale may not ask for this; nothing was done. Have it permitted, or use another one.",
            false);

    private final Registry registry;

    Permissions(Registry registry) {
        this.registry = registry;
    }

    List<String> topics() {
        return registry.pointOfSaleTopics().stream()
                .map(PointOfSaleTopic::topic)
                .toList();
    }

    boolean isPointOfSale(String topic) {
        return registry.pointOfSaleTopic(topic).isPresent();
    }

    boolean speaksFor(String topic, Msn msn) {
        return registry.pointOfSaleTopic(topic)
                .filter(found -> found.speaksFor(msn))
                .isPresent();
    }

    /** @return why the topic may not ask for this; empty when it may */
    Optional<Refusal> refusal(PointOfSaleEvent request, Origin origin) {
        var topic = registry.pointOfSaleTopic(origin.topic());
        if (topic.filter(found -> found.speaksFor(request.msn())).isEmpty()) {
            return Optional.of(NOT_ITS_SALES_UNIT);
        }
        var kind = RequestKind.of(request);
        if (topic.get().mayAskFor(kind)) {
            return Optional.empty();
        }
        return Optional.of(kind == RequestKind.REFUND ? NO_REFUNDS : NOT_ITS_REQUEST);
    }

    /**
     * What makes a request a repetition. One that its topic may not make has an id of its own, so that whoever may make
     * it is not taken for a repetition.
     */
    UUID idOf(PointOfSaleEvent request, Origin origin) {
        return refusal(request, origin).isEmpty() ? idOf(request) : refusedIdOf(request, origin);
    }

    static UUID idOf(PointOfSaleEvent request) {
        return Ids.pointOfSale(
                request.msn(), request.saleId(), EventType.of(request).typeName(), request.requestId());
    }

    static UUID refusedIdOf(PointOfSaleEvent request, Origin origin) {
        var type = EventType.of(request).typeName() + " refused on " + origin.topic();
        return Ids.pointOfSale(request.msn(), request.saleId(), type, request.requestId());
    }
}
