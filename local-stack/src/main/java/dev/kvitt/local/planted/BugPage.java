package dev.kvitt.local.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page of planted bugs: a table of all, and how each is planted and found. Each part of Kvitt writes its own. */
public final class BugPage {

    private static final Path FILE = Path.of("../docs/planted-bugs.md");
    private static final String SECTION = "\n## ";

    private BugPage() {}

    /**
     * A bug and what it was found by.
     *
     * @param foundBy what it takes: seeds, or a test
     * @param broken the promise
     * @param story how it was broken, in several lines
     */
    public record Entry(PlantedBug bug, String foundBy, String broken, String story) {

        private Text in(String part) {
            var name = bug.name();
            var row = "| [" + name + "](#" + name.replace(' ', '-') + ") | " + part + ": " + bug.where() + " | "
                    + foundBy + " | " + broken + " |";
            return new Text(name, part, row, planted(bug) + "\n```text\n" + story + "\n```\n");
        }
    }

    private record Text(String name, String part, String row, String section) {}

    /** Writes a part anew; the others stay as they are. */
    public static void write(String part, List<Entry> entries) {
        var all = new ArrayList<>(
                texts(read()).stream().filter(text -> !text.part.equals(part)).toList());
        entries.forEach(entry -> all.add(entry.in(part)));
        all.sort(Comparator.comparing(Text::part).thenComparing(Text::name));
        var rows = all.stream().map(text -> text.row + "\n").collect(Collectors.joining());
        var sections = all.stream().map(Text::section).collect(Collectors.joining());
        try {
            Files.writeString(FILE, HEAD.formatted(all.size()) + rows + sections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws AssertionError when the page does not have exactly these bugs of a part, as they are planted */
    public static void check(String part, List<PlantedBug> bugs) {
        var texts =
                texts(read()).stream().filter(text -> text.part.equals(part)).toList();
        var there = texts.stream().map(Text::name).sorted().toList();
        var wanted = bugs.stream().map(PlantedBug::name).sorted().toList();
        if (!there.equals(wanted)) {
            throw new AssertionError(FILE + " is to be written anew: it has " + there + " and not " + wanted);
        }
        for (var bug : bugs) {
            if (texts.stream().noneMatch(text -> text.section.startsWith(planted(bug)))) {
                throw new AssertionError(FILE + " is to be written anew: \"" + bug + "\" is planted otherwise");
            }
        }
    }

    /** What the page says that it takes to find a bug of that name; empty when it does not have one. */
    public static Optional<String> foundBy(String part, String bug) {
        return texts(read()).stream()
                .filter(text -> text.part.equals(part) && text.name.equals(bug))
                .map(text -> text.row.split(" \\| ", -1)[2])
                .findFirst();
    }

    private static String planted(PlantedBug bug) {
        return SECTION + bug.name() + "\n\n" + bug.thought() + "\n\n```diff\n" + bug.diff() + "\n```\n";
    }

    private static String read() {
        try {
            return Files.exists(FILE) ? Files.readString(FILE) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the table and below it, by the same names in the same order. */
    private static List<Text> texts(String page) {
        var rows = page.lines().filter(line -> line.startsWith("| [")).toList();
        var sections = page.split(SECTION, -1);
        if (rows.size() != sections.length - 1 && !rows.isEmpty()) {
            throw new AssertionError(FILE + " has " + rows.size() + " rows and " + (sections.length - 1) + " sections");
        }
        var texts = new ArrayList<Text>();
        for (int i = 0; i < rows.size(); i++) {
            var section = sections[i + 1];
            var part = rows.get(i).split(" \\| ", -1)[1].split(":", -1)[0];
            texts.add(new Text(section.substring(0, section.indexOf('\n')), part, rows.get(i), SECTION + section));
        }
        return texts;
    }

    private static final String HEAD =
            """
            # Planted bugs

            What software like this tends to get wrong: %d bugs, each planted in the production code, alone, and what finds
            it. In the saga that is the [simulation](testing.md), with the number of seeds it needs; a seed is one sale with
            its people and misfortunes, and the stories are made as small as they get. In the shell around the saga it is a
            test, which is also run without the bug and must then pass.

            A bug is a file: why somebody would write it so (`#`), where (`---` and a file of the code), what goes (`-`) and
            what comes instead (`+`); white space does not count. Those of the saga are in `payment-service/src/test/planted-bugs`,
            those of the shell in `src/test/planted-shell-bugs` of their module, with `# found by` and a test. Every
            build makes sure that each has its place in the code and stands here. This page is written by

            ```sh
            ./mvnw -pl common-messaging,webhook-gateway,checkin-service,payment-service,capture-service,receipt-service -am test \\
              -Dtest='Planted*Test' -Dplanted.shell -Dplanted.write -Dsurefire.failIfNoSpecifiedTests=false
            ```

            | Planted bug | Where | Found by | Broken promise |
            | --- | --- | --- | --- |
            """;
}
