package dev.kvitt.local.command;

import dev.kvitt.local.demo.DemoFlows;
import dev.kvitt.local.stack.FakeService;
import dev.kvitt.local.stack.StackDefinition;
import java.time.Clock;
import java.util.List;

/** The launcher with fake services instead of the real ones. */
public final class FakeStackMain {

    /** System property: how the second service behaves. */
    static final String BEHAVIOUR = "fake.behaviour";

    private FakeStackMain() {}

    public static void main(String[] words) {
        StackDefinition definition = new StackDefinition(
                List.of(
                        FakeService.outside("fake-sandbox", 30),
                        FakeService.good("first-service", 31, "first"),
                        new FakeService(
                                "second-service", 32, null, false, System.getProperty(BEHAVIOUR, FakeService.GOOD))),
                context -> {});
        Site site = Site.ofProcess(definition, List.of(), FakeStackMain.class);
        int exitCode = new Launcher(site, new DemoFlows(List.of()), System.out, Clock.systemUTC()).run(words);
        System.exit(exitCode);
    }
}
