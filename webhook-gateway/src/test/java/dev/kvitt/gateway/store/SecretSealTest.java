package dev.kvitt.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSealTest {

    private static final WebhookSecret SECRET = new WebhookSecret("A0+AeKBRG2KRGvnNwJpQlb6I==");

    @TempDir
    Path folder;

    @Test
    void only_the_key_it_was_sealed_with_opens_a_secret() {
        var sealed = seal(1).seal(SECRET);

        assertThat(sealed).doesNotContain(SECRET.text());
        assertThat(seal(1).open(sealed)).contains(SECRET);
        assertThat(seal(2).open(sealed)).isEmpty();
        assertThat(seal(1).open(sealed.substring(0, sealed.length() - 4) + "AAAA"))
                .isEmpty();
        assertThat(seal(1).open("rubbish")).isEmpty();
    }

    @Test
    void the_key_is_read_from_base64() throws IOException {
        var file = Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]) + "\n");

        assertThat(SealKeyFile.read(file)).hasSize(32);
    }

    @Test
    void a_key_that_cannot_be_used_stops_the_start_and_is_not_shown() throws IOException {
        var missing = folder.resolve("missing");
        var broken = Files.writeString(folder.resolve("broken"), "!hush-hush!");
        var shorter = Files.writeString(folder.resolve("short"), "aHVzaA==");

        assertThatThrownBy(() -> SealKeyFile.read(missing)).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> SealKeyFile.read(broken))
                .hasMessageContaining("is not Base64")
                .hasMessageNotContaining("hush")
                .hasNoCause();
        assertThatThrownBy(() -> SealKeyFile.read(shorter)).hasMessageContaining("holds 4 bytes");
    }

    private static SecretSeal seal(int number) {
        var key = new byte[32];
        key[0] = (byte) number;
        return new SecretSeal(new SecretKeySpec(key, "AES"));
    }
}
