package dev.kvitt.system.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every library in the packaged services has a licence that lets them be used and passed on. */
class LicencesTest {

    static final String COMMAND =
            "./kvitt build && ./mvnw -pl system-tests -am test -Dtest=LicencesTest -Dsurefire.failIfNoSpecifiedTests=false -Dlicences.write";

    private static final List<String> SERVICES = List.of(
            "webhook-gateway",
            "checkin-service",
            "payment-service",
            "capture-service",
            "receipt-service",
            "operations-service",
            "vipps-sandbox");
    private static final Path PAGE = Path.of("..", "docs", "licences.md");
    private static final Path REPOSITORY =
            Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));

    @Test
    void every_library_may_be_used_and_the_page_names_its_licence() throws IOException {
        Map<String, String> known = new TreeMap<>();
        var refused = new TreeSet<String>();
        for (var jar : jars()) {
            var library = Library.of(jar, REPOSITORY);
            if (library.isEmpty()) {
                refused.add(jar + " is not in Maven's repository");
            } else {
                var names = Pom.read(REPOSITORY, library.get().pom()).licences();
                var chosen = names.stream()
                        .flatMap(name -> Licence.named(name).stream())
                        .min(Comparator.naturalOrder());
                chosen.ifPresentOrElse(
                        licence -> known.put(library.get().name(), licence.shown()),
                        () -> refused.add(library.get().name() + " has " + names));
            }
        }

        assertThat(refused)
                .as("libraries whose licence nobody has allowed, see Licence")
                .isEmpty();
        assertThat(known).hasSizeGreaterThan(50);
        var page = page(known);
        if (System.getProperty("licences.write") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("write it anew with " + COMMAND).content().isEqualTo(page);
    }

    @Test
    void licences_that_ask_for_more_than_a_name_are_not_taken() {
        assertThat(List.of(
                        "GNU General Public License v3",
                        "AGPL-3.0",
                        "SSPL",
                        "Business Source License 1.1",
                        "Proprietary"))
                .noneMatch(name -> Licence.named(name).isPresent());
    }

    private static Set<String> jars() throws IOException {
        var names = new TreeSet<String>();
        for (var service : SERVICES) {
            var folder = Path.of("..", service, "target", "quarkus-app", "lib");
            assertThat(folder).as("package the services first (./kvitt build)").isDirectory();
            try (var files = Files.walk(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".jar") && !name.startsWith("dev.kvitt."))
                        // Which of these there are depends on the machine that builds; they come with their library.
                        .filter(name -> !name.contains(".native-"))
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static String page(Map<String, String> licences) {
        var byLicence = licences.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toCollection(TreeSet::new))));
        var text = new StringBuilder(
                """
                # Licences of what is delivered

                Every library in the packaged services and the sandbox, with the licence under which Kvitt uses it: the freest of those it offers. Made by `%s`; the same
                test fails when a library comes in under any other licence. Build tools and what only tests and the local stack need are not in it. What each is for: [dependencies](dependencies.md).

                """
                        .formatted(COMMAND));
        byLicence.forEach((licence, names) -> {
            text.append("## ").append(licence).append("\n\n");
            names.forEach(name -> text.append("- `").append(name).append("`\n"));
            text.append('\n');
        });
        return text.toString().stripTrailing() + "\n";
    }
}
