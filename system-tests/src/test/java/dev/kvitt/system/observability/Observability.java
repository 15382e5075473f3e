package dev.kvitt.system.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is handed to Prometheus and Grafana, as text. */
final class Observability {

    private static final Path FOLDER = Path.of("../deploy/observability");
    /** Not what a recording rule makes of it, which has a colon. */
    private static final Pattern METRIC = Pattern.compile("\\bkvitt_[a-z_]+\\b(?!:)");

    private Observability() {}

    static String rules() {
        return read(FOLDER.resolve("prometheus/kvitt-rules.yml"));
    }

    static String ruleTests() {
        return read(FOLDER.resolve("prometheus/kvitt-rules-test.yml"));
    }

    static String operating() {
        return read(Path.of("../docs/operating.md"));
    }

    static String runbooks() {
        return read(Path.of("../docs/runbooks.md"));
    }

    static List<JsonNode> dashboards() {
        try (var files = Files.list(FOLDER.resolve("grafana/dashboards"))) {
            return files.sorted().map(Observability::json).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of Kvitt's own metrics in some text. */
    static Set<String> metrics(String text) {
        return found(METRIC, text);
    }

    /** The first group of all matches, or the whole where there is none. */
    static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.groupCount() == 0 ? match.group() : match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is no JSON", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
