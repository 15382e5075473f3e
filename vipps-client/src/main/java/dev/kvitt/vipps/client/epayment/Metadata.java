package dev.kvitt.vipps.client.epayment;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The merchant's own pairs on a payment, given back by every read. {@code toString} shows the keys only.
 *
 * @param pairs at most {@value #MAX_PAIRS}; kept sorted, because a repeat under the same idempotency key must be the same body byte by byte
 */
public record Metadata(SortedMap<String, String> pairs) {
    /** Most pairs Vipps takes. */
    public static final int MAX_PAIRS = 5;
    /** Longest key in characters. */
    public static final int MAX_KEY_LENGTH = 100;
    /** Longest value in characters. */
    public static final int MAX_VALUE_LENGTH = 500;

    public Metadata {
        TreeMap<String, String> sorted = new TreeMap<>();
        sorted.putAll(pairs);
        pairs = Collections.unmodifiableSortedMap(sorted);
        if (pairs.size() > MAX_PAIRS) {
            throw new IllegalArgumentException("metadata has at most " + MAX_PAIRS + " pairs, not " + pairs.size());
        }
        pairs.forEach(Metadata::check);
    }

    /** No metadata. */
    public static Metadata none() {
        return of(Map.of());
    }

    /** Metadata of these pairs. */
    public static Metadata of(Map<String, String> pairs) {
        return new Metadata(new TreeMap<>(pairs));
    }

    private static void check(String key, String value) {
        if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
            throw new IllegalArgumentException("a metadata key has 1 to " + MAX_KEY_LENGTH + " characters");
        }
        if (value.length() > MAX_VALUE_LENGTH) {
            throw new IllegalArgumentException("a metadata value has at most " + MAX_VALUE_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return "Metadata" + pairs.keySet();
    }
}
