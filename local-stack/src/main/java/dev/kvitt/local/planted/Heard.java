package dev.kvitt.local.planted;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Hears what becomes of tests, and ends the JVM. */
final class Heard implements TestExecutionListener {

    private final Path folder;
    private final List<TestName> tests;
    private final Map<TestName, Verdict> verdicts = new HashMap<>();

    Heard(Path folder, List<TestName> tests) {
        this.folder = folder;
        this.tests = tests;
    }

    /** @param number of the test, from 0 */
    static Path file(Path folder, int number) {
        return folder.resolve("verdict-" + number + ".txt");
    }

    @Override
    public void executionFinished(TestIdentifier each, TestExecutionResult result) {
        tests.stream().filter(test -> isOf(test, each)).forEach(test -> {
            if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                verdicts.put(test, Verdict.of(result.getThrowable().orElseThrow()));
            } else if (each.isTest()) {
                verdicts.putIfAbsent(test, Verdict.PASS);
            }
        });
        var alone = tests.getFirst();
        var failed = verdicts.getOrDefault(alone, Verdict.PASS).what() != Verdict.What.PASSED;
        if (tests.size() == 1 && failed) {
            // What the altered code has left running is nobody's business any more.
            end();
        }
    }

    /** A class that does not start fails for all its tests. */
    private static boolean isOf(TestName test, TestIdentifier each) {
        TestSource source = each.getSource().orElse(null);
        return switch (source) {
            case MethodSource method ->
                method.getClassName().equals(test.className())
                        && method.getMethodName().equals(test.method());
            case ClassSource of -> of.getClassName().equals(test.className());
            case null, default -> false;
        };
    }

    void end() {
        try {
            for (int i = 0; i < tests.size(); i++) {
                verdicts.getOrDefault(tests.get(i), Verdict.NONE).write(file(folder, i));
            }
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            Runtime.getRuntime().halt(1);
        }
    }
}
