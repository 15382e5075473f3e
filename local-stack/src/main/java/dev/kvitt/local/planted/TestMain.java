package dev.kvitt.local.planted;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests in a JVM of their own and writes down what became of each. One alone is ended when it fails. */
final class TestMain {

    private TestMain() {}

    /** @param arguments the folder for the verdicts, and the tests */
    public static void main(String[] arguments) throws IOException {
        var tests = Arrays.stream(arguments).skip(1).map(TestName::of).toList();
        var heard = new Heard(Path.of(arguments[0]), tests);
        try (var session = LauncherFactory.openSession()) {
            var request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectors(tests))
                    .build();
            session.getLauncher().execute(request, heard);
        }
        heard.end();
    }

    private static List<? extends DiscoverySelector> selectors(List<TestName> tests) {
        return tests.stream().map(TestMain::selector).toList();
    }

    private static DiscoverySelector selector(TestName test) {
        var method = selectMethod(test.className(), test.method(), test.parameters());
        return test.run() == 0 ? method : selectIteration(method, test.run() - 1);
    }
}
