package dev.kvitt.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeExampleTest {

    @Test
    void theExampleInTheReadmeLoads(@TempDir Path folder) throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var example = readme.substring(
                readme.indexOf("```yaml\n") + 8, readme.indexOf("```\n", readme.indexOf("```yaml\n") + 8));
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/brus-client-secret"), "key");
        var file = Files.writeString(folder.resolve("registry.yaml"), example);

        var registry = Registry.load(file, RegistryFiles.ENVIRONMENT);

        assertThat(registry.salesUnits()).hasSize(1);
    }
}
