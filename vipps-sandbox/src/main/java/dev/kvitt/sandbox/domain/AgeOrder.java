package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Reference;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** References by age. Changed by one thread at a time, read by any. */
final class AgeOrder {

    private final NavigableMap<Long, Reference> byAge = new ConcurrentSkipListMap<>();

    void add(Instant since, Reference reference) {
        long age = age(since);
        while (byAge.putIfAbsent(age, reference) != null) {
            // Two of the same microsecond.
            age++;
        }
    }

    void remove(Instant since, Reference reference) {
        for (long age = age(since); ; age++) {
            Reference found = byAge.get(age);
            if (reference.equals(found)) {
                byAge.remove(age);
                return;
            }
            if (found == null && age > age(since) + byAge.size()) {
                return;
            }
        }
    }

    Stream<Reference> newestFirst() {
        return byAge.descendingMap().values().stream();
    }

    Stream<Map.Entry<Long, Reference>> oldestFirst() {
        return byAge.entrySet().stream();
    }

    private static long age(Instant since) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, since);
    }
}
