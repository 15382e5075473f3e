package dev.kvitt.local.planted;

import dev.kvitt.local.stack.Java;
import dev.kvitt.local.test.TestParts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A JVM like this one, in which tests run on classes of which some may be altered. */
final class TestJvm {

    /** Shorter than usual, since what a bug prevents never happens; the test without the bug has to do with it as well. */
    private static final int PATIENCE_SECONDS = 15;

    /** For each test. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Where Quarkus has written down which classes an application consists of: JSON with paths. */
    private static final String QUARKUS_MODEL = "quarkus-internal-test.serialized-app-model.path";

    private static final String LOG_MANAGER = "java.util.logging.manager";
    private static final Path CLASSES = Path.of("target/classes").toAbsolutePath();

    private final Path folder;
    private final Path classes;
    private final List<String> options;

    /**
     * @param folder for what the JVM writes
     * @param classes in place of the module's own
     * @param options of the JVM
     */
    TestJvm(Path folder, Path classes, List<String> options) {
        this.folder = folder;
        this.classes = classes;
        this.options = options;
    }

    /** @return what became of each, in their order */
    List<Verdict> run(List<TestName> tests) {
        try {
            Files.createDirectories(folder);
            var log = folder.resolve("test.log");
            for (int i = 0; i < tests.size(); i++) {
                Files.deleteIfExists(Heard.file(folder, i));
            }
            var process = new ProcessBuilder(command(tests))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try {
                var ended = process.waitFor(LIMIT.multipliedBy(tests.size()));
                var verdicts = new ArrayList<Verdict>();
                for (int i = 0; i < tests.size(); i++) {
                    verdicts.add(verdict(Heard.file(folder, i), (ended ? "it died" : "it hangs") + ", see " + log));
                }
                return verdicts;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Verdict verdict(Path file, String otherwise) throws IOException {
        return Files.exists(file) ? Verdict.read(file) : new Verdict(Verdict.What.NO_TEST, otherwise);
    }

    private List<String> command(List<TestName> tests) throws IOException {
        var command = new ArrayList<String>();
        command.add(Java.program());
        // Those of the build, such as what it opens of the JDK.
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-D" + TestParts.PATIENCE + "=" + PATIENCE_SECONDS);
        command.addAll(options);
        if (System.getProperty(LOG_MANAGER) != null) {
            command.add("-D" + LOG_MANAGER + "=" + System.getProperty(LOG_MANAGER));
        }
        if (System.getProperty(QUARKUS_MODEL) != null) {
            command.add("-D" + QUARKUS_MODEL + "=" + alteredModel(Path.of(System.getProperty(QUARKUS_MODEL))));
        }
        var classPath = with(System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classPath, TestMain.class.getName(), folder.toString()));
        tests.forEach(test -> command.add(test.toString()));
        return command;
    }

    private String with(String classPath) {
        var separated = List.of(classPath.split(File.pathSeparator, -1));
        return String.join(
                File.pathSeparator,
                separated.stream()
                        .map(entry -> entry.equals(CLASSES.toString()) ? classes.toString() : entry)
                        .toList());
    }

    private Path alteredModel(Path model) throws IOException {
        var text = Files.readString(model).replace("\"" + CLASSES + "\"", "\"" + classes + "\"");
        return Files.writeString(folder.resolve("app-model.json"), text);
    }
}
