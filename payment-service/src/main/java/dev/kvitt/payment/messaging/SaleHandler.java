package dev.kvitt.payment.messaging;

import dev.kvitt.events.CheckInEvent;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventData;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentUncollectable;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.ReceiptEvent;
import dev.kvitt.events.ReceiptWarned;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.Unreadable;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.payment.domain.Input;
import dev.kvitt.payment.domain.Saga;
import dev.kvitt.payment.domain.Timer;
import dev.kvitt.payment.store.SaleJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes events to the saga and what it wants to the outbox. */
@ApplicationScoped
public class SaleHandler implements Handler {

    private final Saga saga;
    private final Inputs inputs;

    SaleHandler(Saga saga, Inputs inputs) {
        this.saga = saga;
        this.inputs = inputs;
    }

    @Override
    public List<String> topics() {
        return List.of(
                Topics.POS_SALES,
                Topics.VIPPS_PAYMENTS,
                Topics.CHECKIN_EVENTS,
                Topics.PAYMENT_RESULTS,
                Topics.RECEIPT_EVENTS,
                Topics.PAYMENT_EVENTS);
    }

    /**
     * A till in any language makes ids as it likes; what counts is which request of which sale it is. A code whose number
     * checkin-service is about to tell is nobody to ask yet.
     */
    @Override
    public Optional<Routed> route(Event<?> event) {
        EventData data = event.data();
        return switch (data) {
            case CustomerPresented shown when inputs.isExchanged(shown) -> Optional.empty();
            case PointOfSaleEvent request -> Optional.of(new Routed(request.key(), idOf(request), event));
            case PaymentHappened fact -> ofSale(fact.reference(), new Routed(fact.key(), event.id(), event));
            case PaymentObserved fact -> ofSale(fact.reference(), new Routed(fact.key(), event.id(), event));
            case CheckInEvent checkIn -> Optional.of(new Routed(checkIn.key(), event.id(), event));
            case OperationResult result -> Optional.of(new Routed(result.key(), event.id(), event));
            case ReceiptWarned warned -> Optional.empty();
            case ReceiptEvent receipt -> Optional.of(new Routed(receipt.key(), event.id(), event));
            case PaymentEvent said when matters(said) -> Optional.of(new Routed(said.key(), event.id(), event));
            default -> Optional.empty();
        };
    }

    private static UUID idOf(PointOfSaleEvent request) {
        return Ids.pointOfSale(
                request.msn(), request.saleId(), EventType.of(request).typeName(), request.requestId());
    }

    /** What a till may have acted on must not be forgotten by a restored database. */
    private static boolean matters(PaymentEvent said) {
        return said.done() || said instanceof PaymentCaptured || said instanceof PaymentUncollectable;
    }

    /** Other systems sell on the same sales unit; a reference that cannot be ours is no sale. */
    private static Optional<Routed> ofSale(PaymentReference reference, Routed routed) {
        return reference.saleId().map(sale -> routed);
    }

    @Override
    public void handle(Entity entity, Routed message, Effects effects) {
        unpark(entity, effects);
        decide(entity, inputs.of(message), effects);
    }

    @Override
    public void onTimer(Entity entity, String name, Instant due, Effects effects) {
        unpark(entity, effects);
        decide(entity, new Input.TimerFired(Timer.valueOf(name)), effects);
    }

    private void decide(Entity entity, Input input, Effects effects) {
        var decision = saga.decide(SaleJson.of(entity), input, effects.now());
        SaleJson.put(entity, decision.sale());
        decision.outputs().forEach(output -> Outputs.write(entity.key(), output, effects));
    }

    /** Facts about money are recorded whatever a person has to look at first. */
    @Override
    public boolean handleWhileParked(Entity entity, Routed message, Effects effects) {
        if (message.event().data() instanceof PointOfSaleEvent || !(inputs.of(message) instanceof Input.Fact fact)) {
            return false;
        }
        decide(entity, fact, effects);
        return true;
    }

    @Override
    public void onParked(Entity entity, String reason, Effects effects) {
        decide(entity, new Input.Parked(Outputs.context(entity.key())), effects);
    }

    /** Whoever unparked the row has let the sale go on. */
    private void unpark(Entity entity, Effects effects) {
        if (SaleJson.of(entity).parked()) {
            decide(entity, new Input.Unparked(Outputs.context(entity.key())), effects);
        }
    }

    @Override
    public boolean parksUnknownTypes(String topic) {
        return topic.equals(Topics.POS_SALES) || topic.equals(Topics.CHECKIN_EVENTS);
    }

    @Override
    public boolean refusesUnreadable(String topic) {
        return topic.equals(Topics.POS_SALES);
    }

    @Override
    public void onUnreadable(Entity entity, Unreadable message, Effects effects) {
        Unreadables.refuse(entity, message, effects);
    }
}
