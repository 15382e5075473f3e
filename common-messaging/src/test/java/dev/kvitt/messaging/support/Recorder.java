package dev.kvitt.messaging.support;

import dev.kvitt.events.Event;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.Unreadable;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A handler that writes down what it is told, of one sales unit; a test may hang more on a request. */
public final class Recorder implements Handler {

    /** One topic that asks something of us and one that does not. */
    public static final List<String> TOPICS = List.of(Topics.POS_SALES, Topics.VIPPS_PAYMENTS);

    /** With what every service reads. */
    public static final List<String> READ = List.of(Topics.POS_SALES, Topics.VIPPS_PAYMENTS, Topics.OPERATOR_COMMANDS);

    private final Msn msn;
    private final Map<String, Reaction> reactions = new ConcurrentHashMap<>();
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final List<Unreadable> refused = new CopyOnWriteArrayList<>();
    private final Set<String> timersWhileParked = new HashSet<>();
    private List<String> topics = TOPICS;
    private volatile boolean tellsWaiting;
    private volatile boolean readsNothing;
    private volatile Reaction whenParked = (entity, effects) -> {};
    private volatile Reaction whenUnreadable = (entity, effects) -> {};

    public Recorder(Msn msn) {
        this.msn = msn;
    }

    /** What else to do about something. */
    @FunctionalInterface
    public interface Reaction {
        void to(Entity entity, Effects effects);
    }

    /** @param what a request id, or {@code timer:} and its name */
    public Recorder on(String what, Reaction reaction) {
        reactions.put(what, reaction);
        return this;
    }

    public Recorder whenParked(Reaction reaction) {
        whenParked = reaction;
        return this;
    }

    public Recorder whenUnreadable(Reaction reaction) {
        whenUnreadable = reaction;
        return this;
    }

    /** To be said before it is started. */
    public Recorder firesWhileParked(String timer) {
        timersWhileParked.add(timer);
        return this;
    }

    /** To be said before it is started. */
    public Recorder alsoReads(String topic) {
        topics = Stream.concat(TOPICS.stream(), Stream.of(topic)).toList();
        return this;
    }

    /** As an older build, to which what points of sale ask is unreadable. */
    public Recorder readsNothing(boolean value) {
        readsNothing = value;
        return this;
    }

    public Recorder tellsWaitingAndUnparked() {
        tellsWaiting = true;
        return this;
    }

    /** What was handed to this process to be refused, whether or not it was committed. */
    public List<Unreadable> refused() {
        return refused;
    }

    /** How often something was handed to this process, whether or not it was committed. */
    public long times(Sale sale, String what) {
        return handled.stream().filter((sale.key() + " " + what)::equals).count();
    }

    @Override
    public List<String> topics() {
        return topics;
    }

    @Override
    public String carries(String topic) {
        return readsNothing ? "nothing" : topic;
    }

    @Override
    public Optional<Routed> route(Event<?> event) {
        return event.data() instanceof PointOfSaleEvent said
                        && (said.msn() == null || said.msn().equals(msn))
                ? Optional.of(new Routed(event.key(), event.id(), event))
                : Optional.empty();
    }

    @Override
    public void handle(Entity entity, Routed message, Effects effects) {
        happened(entity, ((PointOfSaleEvent) message.event().data()).requestId(), effects);
    }

    @Override
    public void onTimer(Entity entity, String name, Instant due, Effects effects) {
        happened(entity, "timer:" + name, effects);
    }

    @Override
    public boolean handleWhileParked(Entity entity, Routed message, Effects effects) {
        if (!(message.event().data() instanceof SaleCancelled fact)) {
            return false;
        }
        happened(entity, "fact:" + fact.requestId(), effects);
        return true;
    }

    @Override
    public void onParked(Entity entity, String reason, Effects effects) {
        whenParked.to(entity, effects);
    }

    @Override
    public Set<String> timersWhileParked() {
        return timersWhileParked;
    }

    @Override
    public void onWaiting(Entity entity, String type, Effects effects) {
        if (tellsWaiting) {
            History.add(entity, effects, "waits:" + type);
        }
    }

    @Override
    public void onUnparked(Entity entity, Effects effects) {
        if (tellsWaiting) {
            History.add(entity, effects, "unparked");
        }
    }

    @Override
    public boolean parksUnknownTypes(String topic) {
        return topic.equals(Topics.POS_SALES);
    }

    @Override
    public boolean refusesUnreadable(String topic) {
        return topic.equals(Topics.POS_SALES);
    }

    /** Only of this test's sales unit: a bare value does not say whose it is. */
    @Override
    public void onUnreadable(Entity entity, Unreadable message, Effects effects) {
        if (message.entityKey().startsWith(msn + "/")) {
            refused.add(message);
            whenUnreadable.to(entity, effects);
        }
    }

    private void happened(Entity entity, String what, Effects effects) {
        History.add(entity, effects, what);
        handled.add(entity.key() + " " + what);
        reactions.getOrDefault(what, (same, none) -> {}).to(entity, effects);
    }
}
