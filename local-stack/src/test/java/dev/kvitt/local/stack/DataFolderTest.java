package dev.kvitt.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.local.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void a_folder_with_somebody_elses_files_is_neither_used_nor_deleted() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DataFolder.create(folder, folder)).isInstanceOf(LauncherException.class);
        assertThatThrownBy(() -> new DataFolder(folder).delete()).isInstanceOf(LauncherException.class);
        assertThat(folder.resolve("thesis.txt")).exists();
    }

    @Test
    void secrets_are_for_their_owner_only_and_are_made_once() throws Exception {
        Secrets secrets = new Secrets(DataFolder.create(folder, folder).secrets());

        String key = secrets.key("gateway-key");

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(secrets.key("gateway-key")).isEqualTo(key);
        assertThat(secrets.renew("api-token")).isNotEqualTo(secrets.renew("api-token"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file("gateway-key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void the_registry_template_is_filled_and_an_unknown_variable_is_an_error() {
        assertThat(RegistryTemplate.fill("msn: \"${msn}\"", Map.of("msn", "123456")))
                .isEqualTo("msn: \"123456\"");
        assertThatThrownBy(() -> RegistryTemplate.fill("${who}", Map.of())).hasMessageContaining("who");
    }
}
