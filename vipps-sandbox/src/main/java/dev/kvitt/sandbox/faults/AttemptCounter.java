package dev.kvitt.sandbox.faults;

import java.util.LinkedHashMap;
import java.util.Map;

/** How often the same thing was tried. Forgets what was not tried for longest, beyond its limit. */
final class AttemptCounter {

    private static final float LOAD = 0.75f;

    private final Map<String, Integer> counts;

    AttemptCounter(int limit) {
        this.counts = new LinkedHashMap<>(16, LOAD, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                return size() > limit;
            }
        };
    }

    /** From 1. */
    synchronized int next(String identity) {
        return counts.merge(identity, 1, Integer::sum);
    }
}
