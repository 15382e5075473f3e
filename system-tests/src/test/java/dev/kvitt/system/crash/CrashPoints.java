package dev.kvitt.system.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The crash points that stand in the code, and which service comes to which of them. */
final class CrashPoints {

    /** Whose points every service with a store passes. */
    private static final String SHARED = "common-messaging";

    private static final List<String> WITH_STORE =
            List.of("checkin-service", "payment-service", "capture-service", "receipt-service", "operations-service");

    /** Services that never come to {@code timer.*}. */
    private static final Set<String> NEVER = Set.of("receipt-service", "operations-service");

    /** Comes to {@code timer.*} only with commands that are very old, of which {@link CrashTest} has none. */
    private static final Set<String> SELDOM = Set.of("capture-service");

    /** What those never do; a metric that is called a timer is none. */
    private static final Pattern SETS_TIMER = Pattern.compile("(?<!Metrics)\\.timer(AfterLog)?\\(");

    private static final Pattern REACHED = Pattern.compile("CrashPoint\\.reached\\(\\s*\"([^\"]+)\"");
    private static final Pattern NAMED = Pattern.compile("`([a-z.-]+)`");

    private CrashPoints() {}

    /** All there are. */
    static Set<String> inTheCode() {
        return in(sources(Path.of("..")).filter(file -> file.toString().contains("/src/main/")));
    }

    /** Those that a service can come to in the sales of {@link CrashTest}. */
    static Set<String> of(String service) {
        var points = in(sources(Path.of("..", service, "src", "main")));
        if (WITH_STORE.contains(service)) {
            in(sources(Path.of("..", SHARED, "src", "main"))).stream()
                    .filter(point -> setsTimers(service) || !point.startsWith("timer."))
                    .forEach(points::add);
        }
        return points;
    }

    private static boolean setsTimers(String service) {
        return !NEVER.contains(service) && !SELDOM.contains(service);
    }

    /** Services of which it is said that they set no timers, and which do. */
    static List<String> wronglyLeftOut() {
        return NEVER.stream()
                .filter(service -> sources(Path.of("..", service, "src", "main"))
                        .anyMatch(file -> SETS_TIMER.matcher(read(file)).find()))
                .toList();
    }

    /** As the page about tests has them: the names in the first column of the table. */
    static Set<String> onThePage() {
        return read(Path.of("..", "docs", "testing.md"))
                .lines()
                .dropWhile(line -> !line.equals("## Crash points"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> NAMED.matcher(line.split("\\|")[1]).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> in(Stream<Path> files) {
        return files.flatMap(file -> REACHED.matcher(read(file)).results())
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
