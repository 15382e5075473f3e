package dev.kvitt.payment.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The page of planted bugs: how many seeds each needs, and the story by which it is found. */
final class Page {

    static final Path FILE = Path.of("../docs/saga-planted-bugs.md");
    private static final int LINES = 45;

    private Page() {}

    /** @param broken the promise, and what came of it */
    private record Found(PlantedBug bug, long seed, String broken, List<String> story) {

        static Found of(PlantedBug bug, int seeds) {
            var altered = Domain.with(bug);
            var seed = altered.firstSeed(seeds)
                    .orElseThrow(() -> new AssertionError(bug.name() + " is not found by " + seeds + " seeds"));
            var told = altered.story(seed);
            return new Found(bug, seed, told.getFirst(), told.subList(1, told.size()));
        }

        String row() {
            return "| [" + bug.name() + "](#" + bug.name().replace(' ', '-') + ") | saga: " + bug.where() + " | " + seed
                    + " | " + broken + " |\n";
        }

        String section() {
            return planted(bug) + "\n```text\n" + String.join("\n", shortened()) + "\n```\n";
        }

        /** What goes on for ever is told once. */
        private List<String> shortened() {
            if (story.size() <= LINES) {
                return story;
            }
            var some = new ArrayList<>(story.subList(0, LINES));
            some.add("and so on");
            some.add(story.getLast());
            return some;
        }
    }

    static void write(List<PlantedBug> bugs, int seeds) throws IOException {
        var found = bugs.stream().map(bug -> Found.of(bug, seeds)).toList();
        var rows = found.stream().map(Found::row).collect(Collectors.joining());
        var sections = found.stream().map(Found::section).collect(Collectors.joining());
        Files.writeString(FILE, HEAD.formatted(bugs.size()) + rows + sections);
    }

    static String planted(PlantedBug bug) {
        return "\n## " + bug.name() + "\n\n" + bug.thought() + "\n\n```diff\n" + bug.diff() + "\n```\n";
    }

    private static final String HEAD =
            """
            # Planted bugs

            What software like this tends to get wrong: %d bugs, each planted in the production code, alone, and how many
            seeds the [simulation](testing.md) needs to break a promise by it. A seed is one sale with its people and
            misfortunes. The stories are made as small as they get.

            A bug is a file in `payment-service/src/test/planted-bugs`: why somebody would write it so (`#`), where (`---`
            and a file of the saga), what goes (`-`) and what comes instead (`+`); white space does not count. The test
            plants it in the source, compiles that in memory and runs the simulation on it; it fails when the code has no
            such place any more, or the simulation does not notice. This page is written by

            ```sh
            ./mvnw -pl payment-service -am test -Dtest=PlantedBugsTest -Dsimulation.write -Dsurefire.failIfNoSpecifiedTests=false
            ```

            | Planted bug | Where | Seeds needed | Broken promise |
            | --- | --- | --- | --- |
            """;
}
