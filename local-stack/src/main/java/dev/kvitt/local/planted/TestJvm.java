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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A JVM like this one, in which tests run on classes of which some may be altered. */
final class TestJvm {

    /** Shorter than usual, since what a bug prevents never happens; the test without the bug has to do with it as well. */
    private static final int PATIENCE_SECONDS = 15;

    /** For each test. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Where Quarkus writes down which classes an application consists of, when a test first needs it: JSON with paths. */
    static final Path QUARKUS_MODEL = Path.of("target/quarkus/bootstrap/test-app-model.dat");

    /** System property: where Quarkus is to read that instead of finding it out. It deletes the file. */
    private static final String OTHER_MODEL = "quarkus-internal-test.serialized-app-model.path";

    private static final String LOG_MANAGER = "java.util.logging.manager";
    private static final List<Path> REPLACED = List.of(AlteredClasses.CLASSES, AlteredClasses.TEST_CLASSES);

    private final Path folder;
    private final Path module;
    private final List<String> options;

    /**
     * @param folder for what the JVM writes
     * @param module the module, or a folder with classes in place of the module's own, see {@link AlteredClasses}
     * @param options of the JVM
     */
    TestJvm(Path folder, Path module, List<String> options) {
        this.folder = folder;
        this.module = module;
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
        if (Files.exists(QUARKUS_MODEL)) {
            command.add("-D" + OTHER_MODEL + "=" + model());
        }
        var classPath = with(System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classPath, TestMain.class.getName(), folder.toString()));
        tests.forEach(test -> command.add(test.toString()));
        return command;
    }

    private String with(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(this::altered)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String altered(String entry) {
        return REPLACED.stream()
                .filter(each -> entry.equals(each.toAbsolutePath().toString()))
                .map(each -> module.resolve(each).toString())
                .findFirst()
                .orElse(entry);
    }

    private Path model() throws IOException {
        var text = Files.readString(QUARKUS_MODEL);
        for (var each : REPLACED) {
            text = text.replace("\"" + each.toAbsolutePath() + "\"", "\"" + module.resolve(each) + "\"");
        }
        return Files.writeString(folder.resolve("app-model.json"), text);
    }
}
