package dev.kvitt.operations.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.planted.Ledgers;
import dev.kvitt.operations.support.PeakHeap;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was planted is found, and nothing else. */
class PlantedDifferencesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void all_found_and_none_invented_in_small_ledgers(long seed) {
        check(seed, 2_000, 20);
    }

    @ParameterizedTest
    @ValueSource(longs = 20261101)
    void two_hundred_differences_of_every_kind_among_a_hundred_thousand_sales(long seed) {
        check(seed, 100_000, 200);
    }

    @Test
    void every_kind_is_planted() {
        var planted = new TreeSet<String>();
        Ledgers.make(7, 500, 5).expected().forEach(line -> planted.add(line.substring(0, line.indexOf('|'))));
        assertThat(planted)
                .containsExactlyInAnyOrderElementsOf(List.of(FindingKind.values()).stream()
                        .map(FindingKind::code)
                        .toList());
    }

    private static void check(long seed, int sales, int each) {
        Ledgers ledgers = Ledgers.make(seed, sales, each);
        PeakHeap heap = PeakHeap.fromNow();
        long start = System.nanoTime();
        var found = new TreeSet<String>();
        var twice = new TreeSet<String>();
        var rules = rules();
        var matcher =
                new Matcher(rules, finding -> add(finding, found, twice), (group, findings) -> false, group -> true);
        long items = matcher.run(
                ledgers.ours().stream().map(PlantedLines::ours).iterator(),
                ledgers.looks().stream().map(PlantedLines::view).iterator(),
                ledgers.report().stream().map(PlantedLines::row).iterator());
        new Books(rules, finding -> add(finding, found, twice))
                .run(ledgers.books().stream().map(PlantedLines::row).iterator());
        System.out.printf(
                "seed %d: %,d sales, %,d items, %,d differences planted, %,d found, %d ms, %s%n",
                seed,
                sales,
                items,
                ledgers.expected().size(),
                found.size(),
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                heap);
        var missed = new TreeSet<>(ledgers.expected());
        missed.removeAll(found);
        var invented = new TreeSet<>(found);
        invented.removeAll(ledgers.expected());
        assertThat(kinds(missed)).as("not found with seed %d", seed).isEmpty();
        assertThat(kinds(invented)).as("invented with seed %d", seed).isEmpty();
        assertThat(twice).as("told twice with seed %d", seed).isEmpty();
    }

    private static void add(Finding finding, Set<String> found, Set<String> twice) {
        String line =
                String.join("|", finding.kind().code(), finding.msn(), finding.reference(), finding.pspReference());
        if (!found.add(line)) {
            twice.add(line);
        }
    }

    /** How many of each kind, with an example. */
    private static Map<String, String> kinds(Set<String> lines) {
        var counts = new TreeMap<String, String>();
        var numbers = new HashMap<String, Integer>();
        for (String line : lines) {
            String kind = line.substring(0, line.indexOf('|'));
            counts.put(kind, numbers.merge(kind, 1, Integer::sum) + " such as " + line);
        }
        return counts;
    }

    static Rules rules() {
        var readTo = new HashMap<String, Instant>();
        Ledgers.MSNS.forEach(msn -> readTo.put(msn, Ledgers.NOW));
        return new Rules(
                Ledgers.NOW,
                readTo,
                Map.of("800001", Ledgers.NOW, "800002", Ledgers.NOW, "800003", Ledgers.NOW, "800004", Ledgers.NOW),
                Duration.ofHours(26),
                Duration.ofMinutes(15),
                Duration.ofHours(24),
                Duration.ofHours(2),
                Duration.ofHours(1),
                Set.of(Ledgers.SHARED));
    }
}
