package dev.kvitt.payment.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A mistake that software like this tends to have, as a change of the code. In its file, lines with {@code #} give the
 * thought behind it, {@code ---} names the file of the code, {@code -} is taken out and {@code +} comes instead.
 *
 * @param name as a person would name it; the name of its file
 */
record PlantedBug(String name, String thought, String diff, List<Change> changes) {

    private static final Path FOLDER = Path.of("src/test/planted-bugs");

    static List<PlantedBug> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().map(PlantedBug::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlantedBug read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var thought = lines.stream()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> line.substring(1).strip())
                    .collect(Collectors.joining(" "));
            var diff = lines.stream().filter(line -> !line.startsWith("#")).toList();
            var name = file.getFileName().toString().replace(".diff", "").replace('-', ' ');
            return new PlantedBug(name, thought, String.join("\n", diff), changes(diff));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line to take out after one to put in begins the next change. */
    private static List<Change> changes(List<String> diff) {
        var changes = new ArrayList<Change>();
        var file = "";
        for (int i = 0; i < diff.size(); ) {
            if (diff.get(i).startsWith("--- ")) {
                file = diff.get(i++).substring(4);
                continue;
            }
            var before = new StringBuilder();
            var after = new StringBuilder();
            for (; i < diff.size() && diff.get(i).startsWith("-"); i++) {
                before.append(diff.get(i).substring(1)).append('\n');
            }
            for (; i < diff.size() && diff.get(i).startsWith("+"); i++) {
                after.append(diff.get(i).substring(1)).append('\n');
            }
            if (before.isEmpty()) {
                throw new AssertionError("neither -, + nor ---: " + diff.get(i));
            }
            changes.add(new Change(file, before.toString(), after.toString()));
        }
        return changes;
    }

    /** @param sources the code by file name */
    Map<String, String> plantedIn(Map<String, String> sources) {
        var planted = new HashMap<>(sources);
        for (var change : changes) {
            if (planted.replace(change.file(), change.in(planted.getOrDefault(change.file(), ""))) == null) {
                throw new AssertionError(name + " is to be planted in " + change.file() + ", which does not exist");
            }
        }
        return planted;
    }

    String where() {
        return changes.stream()
                .map(change -> change.file().replace(".java", ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name;
    }
}
