package dev.kvitt.local.planted;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The bugs planted in the shell of a module, {@code src/test/planted-shell-bugs}. Each names the test that must find it.
 * In every build they must have their place in the code and stand on the page. With {@code -Dplanted.shell} the tests
 * are run, on the altered code and on the true one; with {@code -Dplanted.write} the page is written anew.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PlantedShell {

    private static final Path FOLDER = Path.of("src/test/planted-shell-bugs");
    private static final boolean HUNT = System.getProperty("planted.shell") != null;

    private final String module = Path.of("").toAbsolutePath().getFileName().toString();
    private final List<PlantedBug> bugs = PlantedBug.allIn(FOLDER);
    private final Map<String, String> sources =
            Sources.of(Path.of("src/main/java", getClass().getPackageName().split("\\.")));
    private final Parts parts;
    private Hunt hunt;

    /** Where tests get their broker and database from. */
    protected enum Parts {
        /** From the same as the one before, since each has a sales unit and a database of its own. */
        SHARED,
        /** Each from its own, since they use the same sales. */
        OWN
    }

    protected PlantedShell(Parts parts) {
        this.parts = parts;
    }

    private Hunt hunt() {
        if (hunt == null) {
            hunt = new Hunt(bugs, sources, parts == Parts.SHARED);
        }
        return hunt;
    }

    @AfterAll
    void end() {
        if (hunt != null) {
            hunt.close();
        }
    }

    @Test
    void each_bug_has_its_place_in_the_code_and_its_test() {
        for (var bug : bugs) {
            assertNotNull(bug.plantedIn(sources));
            assertNotNull(bug.finder()
                    .orElseThrow(() -> new AssertionError(bug + ": no line says which test it is found by"))
                    .parameters());
        }
    }

    /** Fails when a test does not notice, fails otherwise than by its promise, or fails without the bug. */
    @TestFactory
    Stream<DynamicTest> each_bug_is_found() {
        if (!HUNT) {
            return Stream.empty();
        }
        return bugs.stream().map(bug -> DynamicTest.dynamicTest(bug.name(), () -> isFound(bug)));
    }

    private Verdict isFound(PlantedBug bug) {
        expect(Verdict.What.PASSED, hunt().without(bug), bug + ", without it");
        var verdict = hunt().with(bug);
        expect(Verdict.What.BROKEN, verdict, bug.name());
        return verdict;
    }

    private static void expect(Verdict.What what, Verdict verdict, String of) {
        System.out.println(of + ": " + verdict.what() + " " + verdict.inShort());
        if (verdict.what() != what) {
            throw new AssertionError(of + " should be " + what + " and is " + verdict.what() + " " + verdict.said());
        }
    }

    @Test
    void the_page_has_each_bug() {
        if (System.getProperty("planted.write") != null) {
            BugPage.write(module, bugs.stream().map(this::found).toList());
        }
        BugPage.check(module, bugs);
    }

    private BugPage.Entry found(PlantedBug bug) {
        var verdict = isFound(bug);
        return new BugPage.Entry(bug, bug.finder().orElseThrow().inWords(), verdict.inShort(), verdict.atLength());
    }
}
