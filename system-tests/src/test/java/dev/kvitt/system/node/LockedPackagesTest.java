package dev.kvitt.system.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from npm comes from whatever registry npm is set to, and is what was locked. */
class LockedPackagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"examples/node-till", ".ci/asyncapi"})
    void locked_packages_name_no_registry_and_are_pinned_by_their_hash(String folder) {
        assertThat(Path.of("..").resolve(folder).resolve("package-lock.json"))
                .content()
                .contains("\"integrity\": \"sha512-")
                .doesNotContain("\"resolved\"")
                .doesNotContain("http://");
    }
}
