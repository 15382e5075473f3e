package dev.kvitt.messaging.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One locked row: the state of one thing and the ids of all events that made it so. Valid inside its transaction. */
public final class Entity {

    private final String key;
    private final Set<UUID> applied;
    private final List<UUID> newlyApplied = new ArrayList<>();
    private String state;
    private boolean parked;
    private String traceparent;
    private boolean changed;

    Entity(String key, String state, Set<UUID> applied, boolean parked, String traceparent) {
        this.key = key;
        this.state = state;
        this.applied = new HashSet<>(applied);
        this.parked = parked;
        this.traceparent = traceparent;
    }

    public String key() {
        return key;
    }

    /** JSON; empty before the first event. */
    public Optional<String> state() {
        return Optional.ofNullable(state);
    }

    public void state(String json) {
        changed = true;
        state = json;
    }

    public boolean parked() {
        return parked;
    }

    public void parked(boolean value) {
        changed = true;
        parked = value;
    }

    public Optional<String> traceparent() {
        return Optional.ofNullable(traceparent);
    }

    /** The first trace stays: all that happens to an entity is one trace. */
    public void traceparentIfNone(String value) {
        if (traceparent == null) {
            changed = true;
            traceparent = value;
        }
    }

    public boolean hasApplied(UUID eventId) {
        return applied.contains(eventId);
    }

    /** @return false when the event was applied before */
    public boolean apply(UUID eventId) {
        if (!applied.add(eventId)) {
            return false;
        }
        changed = true;
        newlyApplied.add(eventId);
        return true;
    }

    boolean changed() {
        return changed;
    }

    String rawState() {
        return state;
    }

    String rawTraceparent() {
        return traceparent;
    }

    /** As a literal of PostgreSQL's array type, since ragged arrays cannot be bound as one parameter. */
    String newlyAppliedLiteral() {
        var literal = new StringBuilder("{");
        for (var id : newlyApplied) {
            literal.append(literal.length() == 1 ? "" : ",").append(id);
        }
        return literal.append('}').toString();
    }
}
