package dev.kvitt.payment.messaging;

import dev.kvitt.events.AskVipps;
import dev.kvitt.events.CheckInEvent;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventData;
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
import dev.kvitt.events.Refusal;
import dev.kvitt.events.ReleaseSale;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.TopicUser;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Origin;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.Unreadable;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.messaging.store.StoreException;
import dev.kvitt.payment.domain.Decision;
import dev.kvitt.payment.domain.Input;
import dev.kvitt.payment.domain.Saga;
import dev.kvitt.payment.domain.Sale;
import dev.kvitt.payment.domain.Timer;
import dev.kvitt.payment.store.SaleJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes events to the saga and what it wants to the outbox. */
@ApplicationScoped
public class SaleHandler implements Handler {

    /** Of any version: a newer one than ours says the same about the goods. */
    private static final String CONFIRMATION = "kvitt.sale.amount-confirmed.";

    private static final Set<String> WHILE_PARKED =
            Set.of(Timer.POLL.name(), Timer.AT_RISK.name(), Timer.DEADLINE.name(), Timer.RELEASE_AGAIN.name());

    private final Saga saga;
    private final Inputs inputs;
    private final Permissions permissions;
    private final Openings openings;
    private final Askings askings;
    private final RefundControl refunds;

    SaleHandler(Saga saga, Inputs inputs, Permissions permissions, Openings openings, RefundControl refunds) {
        this.saga = saga;
        this.inputs = inputs;
        this.permissions = permissions;
        this.openings = openings;
        this.askings = new Askings(openings);
        this.refunds = refunds;
    }

    @Override
    public List<String> topics() {
        return TopicUser.PAYMENT_SERVICE.reads(permissions.topics());
    }

    @Override
    public String carries(String topic) {
        return permissions.isPointOfSale(topic) ? Topics.POS_SALES : topic;
    }

    @Override
    public boolean mayAsk(String topic, String key) {
        return !permissions.isPointOfSale(topic) || permissions.speaksFor(topic, Outputs.msn(key));
    }

    /** A till in any language makes ids as it likes; what counts is which request of which sale it is. */
    @Override
    public Optional<Routed> route(Event<?> event, Origin origin) {
        return event.data() instanceof PointOfSaleEvent request
                ? Optional.of(new Routed(request.key(), permissions.idOf(request, origin), event))
                : route(event);
    }

    /** A request is known by what its topic might ask for when it was read, whatever it may ask for now. */
    @Override
    public Set<UUID> idsOf(Routed message) {
        return message.event().data() instanceof PointOfSaleEvent request
                ? Set.of(Permissions.idOf(request), Permissions.refusedIdOf(request, message.origin()))
                : Set.of(message.eventId());
    }

    @Override
    public Optional<Routed> route(Event<?> event) {
        EventData data = event.data();
        return switch (data) {
            case PaymentHappened fact -> ofSale(fact.reference(), new Routed(fact.key(), event.id(), event));
            case PaymentObserved fact -> ofSale(fact.reference(), new Routed(fact.key(), event.id(), event));
            case CheckInEvent checkIn -> Optional.of(new Routed(checkIn.key(), event.id(), event));
            case OperationResult result -> Optional.of(new Routed(result.key(), event.id(), event));
            case ReceiptWarned warned -> Optional.empty();
            case ReceiptEvent receipt -> Optional.of(new Routed(receipt.key(), event.id(), event));
            case ReleaseSale release -> Optional.of(new Routed(release.key(), event.id(), event));
            case AskVipps ask -> Optional.of(new Routed(ask.key(), event.id(), event));
            case PaymentEvent said when matters(said) -> Optional.of(new Routed(said.key(), event.id(), event));
            default -> Optional.empty();
        };
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
        if (message.event().data() instanceof PointOfSaleEvent request) {
            asked(entity, request, message, effects);
        } else if (!ordered(entity, message, effects)) {
            decide(entity, inputs.of(message, SaleJson.of(entity)), effects);
        }
    }

    /** Whatever was said to a request stays said, also when what its topic may ask for has changed since. */
    private void asked(Entity entity, PointOfSaleEvent request, Routed message, Effects effects) {
        var origin = message.origin();
        var forbidden = permissions.refusal(request, origin);
        AskedOverHttp.remember(request, message, forbidden.isEmpty(), effects);
        if (forbidden.isPresent() && !entity.hasApplied(Permissions.idOf(request))) {
            refuse(entity, message, forbidden.get(), effects);
        } else if (forbidden.isEmpty()
                && !isToldByOthers(request)
                && !entity.hasApplied(Permissions.refusedIdOf(request, origin))) {
            decideWithinLimits(entity, request, message, effects);
        }
    }

    /**
     * A code whose number checkin-service is about to tell is nobody to ask yet. That it was shown has been applied all the same:
     * whoever asked for it over HTTP would wait for that.
     */
    private boolean isToldByOthers(PointOfSaleEvent request) {
        return request instanceof CustomerPresented shown && inputs.isExchanged(shown);
    }

    private void decideWithinLimits(Entity entity, PointOfSaleEvent request, Routed message, Effects effects) {
        var before = SaleJson.of(entity);
        var early = beforeTheSaga(request, before, message.origin().writtenAt(), effects.now());
        if (early.isPresent()) {
            refuse(entity, message, early.get(), effects);
            return;
        }
        var decision = saga.decide(before, inputs.of(message, before), effects.now());
        try {
            var objection = refunds.objection(request, message.origin(), before, decision.sale(), effects);
            if (objection.isPresent()) {
                refuse(entity, message, objection.get(), effects);
            } else {
                write(entity, before, decision, effects);
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private Optional<Refusal> beforeTheSaga(PointOfSaleEvent request, Sale before, Instant writtenAt, Instant now) {
        return request instanceof SaleOpened opened
                ? openings.objection(opened, before, writtenAt, now)
                : askings.objection(request, before, writtenAt, now);
    }

    private void refuse(Entity entity, Routed message, Refusal why, Effects effects) {
        var request = Inputs.request((PointOfSaleEvent) message.event().data(), message);
        Refusing.request(entity, request.from(), request.eventId(), request.requestId(), why, effects);
    }

    /** What a person wants passes, parked or not. */
    private boolean ordered(Entity entity, Routed message, Effects effects) {
        switch (message.event().data()) {
            case ReleaseSale release -> decide(entity, new Input.ReleaseOrdered(), effects);
            case AskVipps ask -> Outputs.askAbout(entity.key(), SaleJson.of(entity), effects);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void onTimer(Entity entity, String name, Instant due, Effects effects) {
        decide(entity, new Input.TimerFired(Timer.valueOf(name)), effects);
    }

    private void decide(Entity entity, Input input, Effects effects) {
        var before = SaleJson.of(entity);
        write(entity, before, saga.decide(before, input, effects.now()), effects);
    }

    private static void write(Entity entity, Sale before, Decision decision, Effects effects) {
        SaleJson.put(entity, decision.sale());
        decision.outputs().forEach(output -> Outputs.write(entity.key(), output, effects));
        SaleCounts.count(entity.key(), before, decision, effects);
        try {
            RefundControl.giveBack(entity.key(), before, decision.sale(), effects);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Facts about money are recorded whatever a person has to look at first. */
    @Override
    public boolean handleWhileParked(Entity entity, Routed message, Effects effects) {
        if (ordered(entity, message, effects)) {
            return true;
        }
        if (message.event().data() instanceof PointOfSaleEvent request) {
            return isToldByOthers(request)
                    && permissions.refusal(request, message.origin()).isEmpty();
        }
        if (!(inputs.of(message, SaleJson.of(entity)) instanceof Input.Fact fact)) {
            return false;
        }
        decide(entity, fact, effects);
        return true;
    }

    @Override
    public void onParked(Entity entity, String reason, Effects effects) {
        decide(entity, new Input.Parked(Outputs.context(entity.key())), effects);
    }

    /** Goods that are with the customer are not paid for by giving the money back. */
    @Override
    public void onWaiting(Entity entity, String type, Effects effects) {
        if (type.startsWith(CONFIRMATION)) {
            decide(entity, new Input.Parked(Outputs.context(entity.key()), true), effects);
        }
    }

    /** What waited is known by now, so that nothing is decided that the next of it takes back. */
    @Override
    public void onUnparked(Entity entity, Effects effects) {
        decide(entity, new Input.Unparked(Outputs.context(entity.key())), effects);
    }

    /** Those that look and those that give money back in time; those that give a sale up wait for a person. */
    @Override
    public Set<String> timersWhileParked() {
        return WHILE_PARKED;
    }

    @Override
    public boolean parksUnknownTypes(String topic) {
        return permissions.isPointOfSale(topic) || topic.equals(Topics.CHECKIN_EVENTS);
    }

    @Override
    public boolean refusesUnreadable(String topic) {
        return permissions.isPointOfSale(topic);
    }

    @Override
    public void onUnreadable(Entity entity, Unreadable message, Effects effects) {
        Unreadables.refuse(entity, message, effects);
    }
}
