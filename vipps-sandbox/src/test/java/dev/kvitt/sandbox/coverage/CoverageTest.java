package dev.kvitt.sandbox.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Keeps the page of what is covered true. */
class CoverageTest {

    private static final Path PAGE = Path.of("..", "docs", "vipps-coverage.md");

    private final Coverage coverage = Coverage.read();
    private final SortedSet<Point> documented = Documented.points();

    @Test
    void the_page_says_what_the_tests_say() throws IOException {
        String page = CoveragePage.of(documented, coverage);
        if (System.getProperty("coverage.write") != null) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("docs/vipps-coverage.md is out of date: write it anew with -Dcoverage.write and commit it")
                .hasContent(page);
    }

    @Test
    void only_tests_cover_and_only_what_is_documented() {
        assertThat(coverage.notTests())
                .as("@Covers on methods that are no tests")
                .isEmpty();
        assertThat(documented)
                .as("@Covers names what Documented does not list")
                .containsAll(coverage.tests().keySet());
    }

    @Test
    void what_cannot_be_reproduced_is_documented_and_has_no_test() {
        assertThat(documented).containsAll(NotReproducible.all().keySet());
        assertThat(NotReproducible.all().keySet())
                .as("covered after all: take it off the list")
                .doesNotContainAnyElementsOf(coverage.tests().keySet());
    }

    @Test
    void what_is_documented_has_a_test_or_a_reason() {
        SortedSet<Point> open = new TreeSet<>(documented);
        open.removeAll(coverage.tests().keySet());
        open.removeAll(NotReproducible.all().keySet());

        assertThat(open)
                .as("write a test with @Covers, or give the reason in NotReproducible")
                .isEmpty();
    }
}
