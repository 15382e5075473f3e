package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Refusal;
import java.util.Map;
import java.util.Optional;

/** How much a merchant may write on a payment for itself. */
public final class MetadataRule {

    public static final int MAX_ENTRIES = 5;
    /** Characters. */
    public static final int MAX_KEY = 100;
    /** Characters. */
    public static final int MAX_VALUE = 500;

    private MetadataRule() {}

    static Optional<Refusal> refusal(Map<String, String> metadata) {
        if (metadata == null) {
            return Optional.empty();
        }
        if (metadata.size() > MAX_ENTRIES) {
            return Optional.of(Refusal.Coded.of(ErrorCode.TOO_MUCH_METADATA));
        }
        if (metadata.keySet().stream().anyMatch(key -> key.length() > MAX_KEY)) {
            return Optional.of(Refusal.Coded.of(ErrorCode.METADATA_KEY_TOO_LONG));
        }
        if (metadata.values().stream().anyMatch(value -> value == null)) {
            return Optional.of(Refusal.Malformed.of("metadata", "Values are strings."));
        }
        return metadata.values().stream().anyMatch(value -> value.length() > MAX_VALUE)
                ? Optional.of(Refusal.Coded.of(ErrorCode.METADATA_VALUE_TOO_LONG))
                : Optional.empty();
    }
}
