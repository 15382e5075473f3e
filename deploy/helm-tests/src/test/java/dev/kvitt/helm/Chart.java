package dev.kvitt.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;

/** The chart as somebody installs it, with the values of a profile and what a test changes in them. */
final class Chart {

    /** What the chart is rendered for: the least, a chain of shops, hundreds of merchants. */
    static final List<String> PROFILES = List.of("minimal", "production-tls", "many-merchants");

    static final String RELEASE = "sales";

    private static final Path HELM = Path.of("..", "helm");
    private static final Path BUILT = Path.of("target", "chart");
    private static final long BUILD_LIMIT_SECONDS = 30;

    private static final Map<String, List<Manifest>> RENDERED = new ConcurrentHashMap<>();

    private final Map<String, Object> values;
    private final Map<String, String> templates = new LinkedHashMap<>();
    private boolean bare;

    private Chart(Map<String, Object> values) {
        this.values = values;
    }

    /** The chart with the values of {@code profiles/<profile>.yaml}. */
    static Chart of(String profile) {
        return new Chart(Values.read(HELM.resolve("kvitt").resolve("values.yaml")))
                .with(read(HELM.resolve("kvitt/profiles/" + profile + ".yaml")));
    }

    /** With further values, as with {@code helm -f}. */
    Chart with(String yaml) {
        return copy(Values.merge(values, Values.parse(yaml)));
    }

    /** With a mistake in a template. */
    Chart edited(String template, String part, String replacement) {
        var before = read(HELM.resolve("kvitt/templates").resolve(template));
        if (!before.contains(part)) {
            throw new IllegalArgumentException(template + " does not hold \"" + part + "\" any more");
        }
        var copy = copy(values);
        copy.templates.put(template, before.replace(part, replacement));
        return copy;
    }

    /** As it lies in deploy/helm/kvitt. */
    Chart withoutFiles() {
        var copy = copy(values);
        copy.bare = true;
        return copy;
    }

    private Chart copy(Map<String, Object> changed) {
        var copy = new Chart(changed);
        copy.templates.putAll(templates);
        copy.bare = bare;
        return copy;
    }

    Map<String, Object> values() {
        return values;
    }

    LintResult lint() {
        return staged(folder -> new Helm(folder).lint().strict().call());
    }

    /** All documents, hooks and tests included. Throws with Helm's own words when the chart refuses. */
    List<Manifest> render() {
        return Manifest.all(staged(folder -> new Helm(folder)
                .template()
                .withName(RELEASE)
                .withNamespace("shop")
                .call()));
    }

    /** What a profile makes, rendered once for all who only look at it. */
    static List<Manifest> rendered(String profile) {
        return RENDERED.computeIfAbsent(profile, name -> of(name).render());
    }

    /** In a folder of its own, so that {@code helm lint}, which takes no values here, sees these. */
    private <T> T staged(Function<Path, T> use) {
        requireHelm();
        try {
            var folder = Files.createTempDirectory("kvitt-chart");
            try {
                stage(bare ? HELM.resolve("kvitt") : Built.FOLDER, folder.resolve("kvitt"));
                return use.apply(folder.resolve("kvitt"));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stage(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        Files.writeString(to.resolve("values.yaml"), Values.print(values));
        for (var edit : templates.entrySet()) {
            Files.writeString(to.resolve("templates").resolve(edit.getKey()), edit.getValue());
        }
        // The library renders for a Kubernetes that is years old, and cannot be told otherwise.
        change(to.resolve("Chart.yaml"), "(?m)^kubeVersion:.*\\n", "");
        // It leaves hooks out of what it prints.
        change(to.resolve("templates/topics.yaml"), "helm\\.sh/hook:", "kvitt.dev/hook:");
        change(to.resolve("templates/tests/health.yaml"), "helm\\.sh/hook:", "kvitt.dev/hook:");
    }

    private static void change(Path file, String part, String replacement) throws IOException {
        Files.writeString(file, read(file).replaceAll(part, replacement));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Helm is native; where helm-java has no library for this machine the tests say so and skip. */
    private static void requireHelm() {
        var libraries = new ArrayList<com.marcnuri.helm.jni.NativeLibrary>();
        ServiceLoader.load(com.marcnuri.helm.jni.NativeLibrary.class).forEach(libraries::add);
        Assumptions.assumeFalse(
                libraries.isEmpty(), "SKIPPED: no native Helm for this machine, the chart was not rendered");
    }

    /** What {@code deploy/helm/chart} puts together, once. */
    private static final class Built {
        static final Path FOLDER = build();

        private static Path build() {
            try {
                Files.createDirectories(BUILT);
                var process = new ProcessBuilder(HELM.resolve("chart").toString(), BUILT.toString())
                        .inheritIO()
                        .start();
                if (!process.waitFor(BUILD_LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new IllegalStateException("deploy/helm/chart did not end well");
                }
                return BUILT.resolve("kvitt").toAbsolutePath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
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
