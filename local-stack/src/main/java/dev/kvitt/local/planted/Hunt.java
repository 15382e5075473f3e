package dev.kvitt.local.planted;

import dev.kvitt.local.test.TestParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs the tests that are to find bugs: each in a JVM of its own on the altered classes, and all in one on the true
 * classes. Begun at once; who asks waits.
 */
final class Hunt implements AutoCloseable {

    /** JVMs at once. Most of the time they wait for what never comes. */
    private static final int TOGETHER = Integer.getInteger("planted.together", 3);

    private static final Path FOLDER = Path.of("target/planted").toAbsolutePath();
    private static final Path MODULE = Path.of("").toAbsolutePath();

    private final ExecutorService threads = Executors.newFixedThreadPool(TOGETHER);
    private final AtomicInteger numbers = new AtomicInteger();
    /** Those that run at the same moment never use the same. */
    private final ThreadLocal<TestParts.Others> parts = ThreadLocal.withInitial(TestParts::others);

    private final boolean sharing;
    private final CompletableFuture<Map<TestName, Verdict>> asItIs;
    private final Map<String, CompletableFuture<Verdict>> altered = new HashMap<>();

    /**
     * @param sources of the module
     * @param sharing whether tests that run one after the other use the same broker and database server
     */
    Hunt(List<PlantedBug> bugs, Map<String, String> sources, boolean sharing) {
        this.sharing = sharing;
        var tests = bugs.stream().map(Hunt::finder).distinct().toList();
        asItIs = inTurn(() -> asItIs(tests));
        bugs.forEach(bug -> altered.put(bug.name(), inTurn(() -> with(bug, sources))));
    }

    private static TestName finder(PlantedBug bug) {
        return bug.finder().orElseThrow();
    }

    /** What the bug's test says without it. */
    Verdict without(PlantedBug bug) {
        return asItIs.join().get(finder(bug));
    }

    /** What the bug's test says. */
    Verdict with(PlantedBug bug) {
        return altered.get(bug.name()).join();
    }

    private Map<TestName, Verdict> asItIs(List<TestName> tests) {
        var verdicts = run(FOLDER.resolve("as-it-is"), MODULE, tests);
        var each = new HashMap<TestName, Verdict>();
        for (int i = 0; i < tests.size(); i++) {
            each.put(tests.get(i), verdicts.get(i));
        }
        return each;
    }

    private Verdict with(PlantedBug bug, Map<String, String> sources) {
        var folder = FOLDER.resolve(bug.name().replace(' ', '-'));
        AlteredClasses.with(bug, sources, folder);
        if (finder(bug).needsQuarkus() && !Files.exists(TestJvm.QUARKUS_MODEL)) {
            // The tests of the true classes write it.
            asItIs.join();
        }
        return run(folder, folder, List.of(finder(bug))).getFirst();
    }

    private List<Verdict> run(Path folder, Path module, List<TestName> tests) {
        var options = sharing ? parts.get().optionsOf(numbers.incrementAndGet()) : List.<String>of();
        return new TestJvm(folder, module, options).run(tests);
    }

    private <T> CompletableFuture<T> inTurn(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
