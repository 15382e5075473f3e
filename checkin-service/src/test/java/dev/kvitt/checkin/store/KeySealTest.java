package dev.kvitt.checkin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.events.seal.DayKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySealTest {

    @TempDir
    private Path folder;

    @Test
    void what_one_process_seals_another_with_the_same_file_opens() throws Exception {
        var file = write(Base64.getEncoder().encodeToString(new byte[KeySeal.KEY_BYTES]) + "\n");
        var key = DayKeys.generate(LocalDate.parse("2026-11-21"));
        var sealed = KeySeal.ofFile(file).seal(key);
        assertThat(KeySeal.ofFile(file).open("2026-11-21", sealed)).isEqualTo(key);
    }

    @Test
    void a_key_stored_under_another_day_is_noticed() {
        var seal = new KeySeal(new byte[KeySeal.KEY_BYTES]);
        var sealed = seal.seal(DayKeys.generate(LocalDate.parse("2026-11-21")));
        assertThatThrownBy(() -> seal.open("2026-11-22", sealed)).hasMessageContaining("another day");
    }

    @Test
    void a_missing_empty_or_wrong_file_is_told_without_its_content() throws Exception {
        assertThatThrownBy(() -> KeySeal.ofFile(folder.resolve("nothing"))).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> KeySeal.ofFile(write(" \n"))).hasMessageContaining("is empty");
        for (var wrong : new String[] {"c2hvcnQ=", "not*base64"}) {
            assertThatThrownBy(() -> KeySeal.ofFile(write(wrong)))
                    .hasMessageContaining("32 bytes in Base64")
                    .hasMessageNotContaining(wrong)
                    .hasNoCause();
        }
    }

    private Path write(String text) throws Exception {
        return Files.writeString(folder.resolve("checkin-key"), text);
    }
}
