package dev.kvitt.payment.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulation that finds nothing proves nothing: it must find what was planted. */
class PlantedBugsTest {

    private static final Path PAGE = Path.of("../docs/saga-planted-bugs.md");
    private static final int SEEDS = 2_000;
    private static final int LINES = 45;

    /** @param seed the first that breaks a promise, counted from 1 */
    private record Found(PlantedBug bug, long seed, Shrunk shrunk) {

        static Found of(PlantedBug bug) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                if (Simulation.run(Plans.of(seed), bug).violation().isPresent()) {
                    return new Found(bug, seed, Shrunk.of(Plans.of(seed), bug));
                }
            }
            throw new AssertionError(bug.text() + " is not found by " + SEEDS + " seeds");
        }

        String row() {
            return "| " + bug.text() + " | " + seed + " | " + shrunk.violation().getMessage() + " |\n";
        }

        /** What goes on for ever is told once. */
        private List<String> shortened() {
            var lines = shrunk.journal().lines();
            if (lines.size() <= LINES) {
                return lines;
            }
            var some = new ArrayList<>(lines.subList(0, LINES));
            some.add("and so on");
            some.add(lines.getLast());
            return some;
        }

        String story() {
            return "\n## " + bug.text() + "\n\n```text\n" + String.join("\n", shortened()) + "\n```\n";
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_planted_bug_is_found(PlantedBug bug) {
        var found = false;
        for (long seed = 1; seed <= SEEDS && !found; seed++) {
            found = Simulation.run(Plans.of(seed), bug).violation().isPresent();
        }
        assertThat(found).as(bug.text()).isTrue();
    }

    /** {@code -Dsimulation.write} writes the page anew; otherwise it must name every bug. */
    @Test
    void the_page_names_every_bug() throws IOException {
        if (System.getProperty("simulation.write") != null) {
            var found = Arrays.stream(PlantedBug.values()).map(Found::of).toList();
            Files.writeString(
                    PAGE,
                    page(
                            found.stream().map(Found::row).collect(Collectors.joining()),
                            found.stream().map(Found::story).collect(Collectors.joining())));
        }
        assertThat(Files.readString(PAGE))
                .contains(
                        Arrays.stream(PlantedBug.values()).map(PlantedBug::text).toList());
    }

    private static String page(String rows, String stories) {
        return """
                # Bugs planted in the saga

                What software like this tends to get wrong, planted around the saga in tests
                (`dev.kvitt.payment.simulation.PlantedBug`), and how many seeds the simulation needs to break a promise by
                it. The stories are made as small as they get.

                This page is written by
                `./mvnw -pl payment-service -am test -Dtest=PlantedBugsTest -Dsimulation.write -Dsurefire.failIfNoSpecifiedTests=false`.

                | Planted bug | Seeds needed | Broken promise |
                | --- | --- | --- |
                """
                + rows + stories;
    }
}
