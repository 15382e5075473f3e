package dev.kvitt.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages point to is there: files, headings, and the tests that are said to show something. */
class PagesTest {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".kvitt");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

    @Test
    void every_link_leads_to_a_file_or_a_heading_that_is_there() throws IOException {
        var broken = new ArrayList<String>();
        for (var page : pages()) {
            for (var link : found(LINK, page)) {
                if (!ELSEWHERE.matcher(link.group(1)).matches() && !leadsSomewhere(page, link.group(1))) {
                    broken.add(HOME.relativize(page) + " -> " + link.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void every_test_that_is_said_to_show_something_is_there() throws IOException {
        var tests = files(".java").stream()
                .filter(file -> file.toString().contains("/src/test/"))
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString().replace(".java", "")));
        var missing = new ArrayList<String>();
        for (var page : pages()) {
            for (var named : found(TEST, page)) {
                if (!isThere(tests, named.group(1), named.group(2))) {
                    missing.add(HOME.relativize(page) + ": " + named.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isThere(Map<String, List<Path>> tests, String test, String method) throws IOException {
        for (var file : tests.getOrDefault(test, List.of())) {
            if (method == null || Files.readString(file).contains("void " + method + "(")) {
                return true;
            }
        }
        return false;
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || headings(target).contains(parts[1]));
    }

    /** As GitHub names them: lower case, blanks are hyphens, all other signs are left out. */
    private static Set<String> headings(Path page) throws IOException {
        return found(HEADING, page).stream()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static List<MatchResult> found(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page)).results().toList();
    }

    private static List<Path> pages() throws IOException {
        return files(".md");
    }

    private static List<Path> files(String ending) throws IOException {
        var found = new ArrayList<Path>();
        try (Stream<Path> top = Files.list(HOME)) {
            for (var entry : top.filter(
                            file -> !NOT_OURS.contains(file.getFileName().toString()))
                    .toList()) {
                try (Stream<Path> below = Files.walk(entry)) {
                    below.filter(file -> file.toString().endsWith(ending))
                            .filter(file -> !isNotOurs(file))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isNotOurs(Path file) {
        for (var part : HOME.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return true;
            }
        }
        return false;
    }
}
