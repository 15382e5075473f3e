package dev.kvitt.events;

import java.time.Instant;
import java.util.UUID;

/**
 * One event with what CloudEvents 1.0 says about it.
 *
 * @param id deterministic, see {@link Ids}
 * @param source the service that says it, such as {@code kvitt/payment-service}
 * @param time when it was said, by the clock of whoever said it
 * @param msn as an extension of the same name; absent in quarantine
 * @param tillId as an extension, in lower case; absent where no till is known
 */
public record Event<T extends EventData>(UUID id, String source, Instant time, Msn msn, String tillId, T data) {

    public EventType type() {
        return EventType.of(data);
    }

    public String topic() {
        return type().topic();
    }

    public String key() {
        return data.key();
    }
}
