package dev.kvitt.vipps.client;

import java.util.Objects;

/**
 * Vipps' complaint about one field of a request.
 *
 * @param name the field, or {@code other} where Vipps named one this client does not know
 * @param reason Vipps' words; empty where they may repeat a personal value
 */
public record FieldReason(String name, String reason) {
    public FieldReason {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
    }
}
