package dev.kvitt.payment.messaging;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventData;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleOpenedByScan;
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

    SaleHandler(Saga saga) {
        this.saga = saga;
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.POS_SALES, Topics.VIPPS_PAYMENTS, Topics.CHECKIN_EVENTS, Topics.PAYMENT_RESULTS);
    }

    /** A till in any language makes ids as it likes; what counts is which request of which sale it is. */
    @Override
    public Optional<Routed> route(Event<?> event) {
        EventData data = event.data();
        return switch (data) {
            case PointOfSaleEvent request -> Optional.of(new Routed(request.key(), idOf(request), event));
            case PaymentHappened fact -> ofSale(fact.reference(), new Routed(fact.key(), event.id(), event));
            case PaymentObserved fact -> ofSale(fact.reference(), new Routed(fact.key(), event.id(), event));
            case SaleOpenedByScan opened -> Optional.of(new Routed(opened.key(), event.id(), event));
            case OperationResult result -> Optional.of(new Routed(result.key(), event.id(), event));
            default -> Optional.empty();
        };
    }

    private static UUID idOf(PointOfSaleEvent request) {
        return Ids.pointOfSale(
                request.msn(), request.saleId(), EventType.of(request).typeName(), request.requestId());
    }

    /** Other systems sell on the same sales unit; a reference that cannot be ours is no sale. */
    private static Optional<Routed> ofSale(PaymentReference reference, Routed routed) {
        return reference.saleId().map(sale -> routed);
    }

    @Override
    public void handle(Entity entity, Routed message, Effects effects) {
        decide(entity, input(message), effects);
    }

    @Override
    public void onTimer(Entity entity, String name, Instant due, Effects effects) {
        decide(entity, new Input.TimerFired(Timer.valueOf(name)), effects);
    }

    private void decide(Entity entity, Input input, Effects effects) {
        var decision = saga.decide(SaleJson.of(entity), input, effects.now());
        SaleJson.put(entity, decision.sale());
        decision.outputs().forEach(output -> Outputs.write(entity.key(), output, effects));
    }

    private static Input input(Routed message) {
        EventData data = message.event().data();
        return switch (data) {
            case AmountConfirmed confirmed -> new Input.Confirmed(confirmed, message.eventId());
            case SaleCancelled cancelled -> new Input.Cancelled(cancelled, message.eventId());
            case SaleOpenedByScan opened -> new Input.Opened(opened);
            case PaymentHappened happened -> new Input.Happened(happened);
            case PaymentObserved observed -> new Input.Observed(observed);
            case OperationResult result -> new Input.Done(result);
            default ->
                throw new IllegalArgumentException(
                        "not routed here: " + message.event().type());
        };
    }

    /** Facts about money are recorded whatever a person has to look at first. */
    @Override
    public boolean handleWhileParked(Entity entity, Routed message, Effects effects) {
        if (message.event().data() instanceof PointOfSaleEvent || !(input(message) instanceof Input.Fact fact)) {
            return false;
        }
        SaleJson.put(entity, saga.record(SaleJson.of(entity), fact));
        return true;
    }

    @Override
    public void onParked(Entity entity, String reason, Effects effects) {
        Outputs.tellParked(entity, effects);
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
