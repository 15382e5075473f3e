package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Routed;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a message turned out to be. */
sealed interface Found {

    /** The entities to lock before it is applied. */
    Set<String> keys();

    /** An event of ours with its entity. */
    record Known(Routed routed) implements Found {
        @Override
        public Set<String> keys() {
            return Set.of(routed.entityKey());
        }
    }

    /** Nothing for this service. */
    record Nothing() implements Found {
        @Override
        public Set<String> keys() {
            return Set.of();
        }
    }

    /** Of a type from the future, and asking something of us. */
    record Unknown(String entityKey, UUID eventId) implements Found {
        @Override
        public Set<String> keys() {
            return Set.of(entityKey);
        }
    }

    /** A person has looked at an entity that may be parked. */
    record Unpark(String entityKey, UUID eventId) implements Found {
        @Override
        public Set<String> keys() {
            return Set.of(entityKey);
        }
    }

    /**
     * Not readable, or of no use without a key.
     *
     * @param refused whom to tell; empty when nobody is to be told
     */
    record Unreadable(String reason, Optional<dev.kvitt.messaging.Unreadable> refused) implements Found {
        @Override
        public Set<String> keys() {
            return refused.map(message -> Set.of(message.entityKey())).orElseGet(Set::of);
        }
    }
}
