package dev.kvitt.payment.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * R1 saga simulation. {@code -Dsimulation.seeds=10000} runs more seeds, {@code -Dsimulation.first=1} begins elsewhere,
 * {@code -Dsimulation.seed=42} tells the whole story of one.
 */
class SimulationTest {

    private static final int STORIES = 12;

    @Test
    void R1_whatever_goes_wrong_every_sale_ends_and_no_promise_is_broken() {
        if (Long.getLong("simulation.seed") != null) {
            tellOne(Long.getLong("simulation.seed"));
            return;
        }
        var first = Long.getLong("simulation.first", 1);
        var seeds = Long.getLong("simulation.seeds", 2_000);
        var failing = new ArrayList<Long>();
        Map<String, Long> promises = new TreeMap<>();
        LongStream.range(first, first + seeds).parallel().forEach(seed -> {
            var violation = Simulation.run(Plans.of(seed)).violation();
            if (violation.isPresent()) {
                synchronized (failing) {
                    failing.add(seed);
                    promises.merge(violation.get().promise(), 1L, Long::sum);
                }
            }
        });
        failing.sort(null);
        System.out.println(seeds + " seeds from " + first + ": " + failing.size() + " break a promise " + promises);
        var stories = new StringBuilder();
        failing.stream()
                .limit(STORIES)
                .forEach(seed -> stories.append(Shrunk.of(Plans.of(seed)).story()));
        assertThat(failing).as(promises + "\n" + stories).isEmpty();
    }

    private static void tellOne(long seed) {
        var outcome = Simulation.run(Plans.of(seed));
        System.out.println(Plans.of(seed));
        outcome.journal().lines().forEach(System.out::println);
        assertThat(outcome.violation()).isEmpty();
    }
}
