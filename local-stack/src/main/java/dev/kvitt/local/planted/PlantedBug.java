package dev.kvitt.local.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mistake that software like this tends to have, as a change of the code. In its file, lines with {@code #} give the
 * thought behind it and the test that is to find it, {@code ---} names the file of the code, {@code -} is taken out and
 * {@code +} comes instead.
 *
 * @param name as a person would name it; the name of its file
 * @param finder empty where every bug of the folder is to be found by the same means
 */
public record PlantedBug(String name, String thought, Optional<TestName> finder, String diff, List<Change> changes) {

    private static final String FOUND_BY = "found by ";

    /** Those of a folder, by their names. */
    public static List<PlantedBug> allIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().map(PlantedBug::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlantedBug read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var said = lines.stream()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> line.substring(1).strip())
                    .collect(Collectors.partitioningBy(line -> line.startsWith(FOUND_BY)));
            var finder = said.get(true).stream()
                    .map(line -> TestName.of(line.substring(FOUND_BY.length())))
                    .findFirst();
            var diff = lines.stream().filter(line -> !line.startsWith("#")).toList();
            var name = file.getFileName().toString().replace(".diff", "").replace('-', ' ');
            return new PlantedBug(
                    name, String.join(" ", said.get(false)), finder, String.join("\n", diff), changes(diff));
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

    /**
     * @param sources the code by file name
     * @return all of it, with the bug
     * @throws AssertionError when it has no place in the code any more
     */
    public Map<String, String> plantedIn(Map<String, String> sources) {
        var planted = new HashMap<>(sources);
        for (var change : changes) {
            if (planted.replace(change.file(), change.in(planted.getOrDefault(change.file(), ""))) == null) {
                throw new AssertionError(name + " is to be planted in " + change.file() + ", which does not exist");
            }
        }
        return planted;
    }

    /** As {@link #plantedIn}, of the sources only that are altered. */
    public Map<String, String> alteredIn(Map<String, String> sources) {
        return plantedIn(sources).entrySet().stream()
                .filter(each -> !each.getValue().equals(sources.get(each.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The classes that are altered. */
    public String where() {
        return changes.stream()
                .map(change -> change.file().replace(".java", "").replaceFirst(".*/", ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name;
    }
}
