package dev.kvitt.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySecretsTest {

    private static final String REFERENCE = "file:secrets/brus-client-secret";

    @TempDir
    Path folder;

    private RegistryFiles files;

    @BeforeEach
    void exampleFolder() throws IOException {
        files = new RegistryFiles(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s3cret-written-down", "https://s3cret", "vault:s3cret", "ENV:s3cret", "env:s3cret with space"})
    void aSecretThatIsWrittenInTheFileIsRefusedAndNotRepeated(String written) throws IOException {
        assertThat(files.refusedWhen(REFERENCE, written))
                .hasMessageContaining("must be a reference to the secret")
                .hasMessageNotContaining("s3cret-")
                .hasMessageNotContaining(written.substring(written.indexOf(':') + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "two words", "nøkkel-hemmelig", "first-line\nsecond-line"})
    void aFileThatHoldsNoBareKeyIsRefusedWithoutRepeatingIt(String content) throws IOException {
        Files.writeString(folder.resolve("secrets/other"), content);

        var refusal = files.refusedWhen(REFERENCE, "file:secrets/other");

        assertThat(refusal).hasMessageContaining("empty or holds other characters than visible ASCII");
        assertThat(refusal.getMessage()).doesNotContain("hemmelig", "second-line", "two words");
    }

    @Test
    void aFileLargerThanAnyKeyIsRefused() throws IOException {
        Files.writeString(folder.resolve("secrets/other"), "k".repeat(Secrets.MAX_BYTES + 1));

        assertThat(files.refusedWhen(REFERENCE, "file:secrets/other"))
                .hasMessageContaining("is larger than 4096 bytes");
    }

    @Test
    void anAbsolutePathIsReadAsItStands() throws IOException {
        var secret = Files.writeString(folder.resolve("elsewhere"), "  key-from-elsewhere\n");
        var yaml = Files.readString(RegistryFiles.EXAMPLE).replace(REFERENCE, "file:" + secret.toAbsolutePath());
        var file = Files.writeString(folder.resolve("registry.yaml"), yaml);

        var registry = Registry.load(file, RegistryFiles.ENVIRONMENT);

        assertThat(registry.salesUnits())
                .allSatisfy(unit -> assertThat(unit.keys().clientSecret()).isEqualTo("key-from-elsewhere"));
    }
}
