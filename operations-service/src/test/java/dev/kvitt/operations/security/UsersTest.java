package dev.kvitt.operations.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.operations.support.AccessTestResource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {

    private static final String HASH = AccessTestResource.hash("0123456789abcdef", "secret");

    @TempDir
    Path folder;

    private static AccessConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(AccessConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(AccessConfig.class);
    }

    private Users users(String lines, Map<String, String> more) throws IOException {
        var file = Files.writeString(folder.resolve("users"), lines);
        var settings = new HashMap<>(more);
        settings.put("kvitt.operations.login.users-file", file.toString());
        return new Users(config(settings));
    }

    private static String line(String name, String roles) {
        return name + ":" + roles + ":" + HASH + "\n";
    }

    @Test
    void a_user_comes_in_with_the_password_and_no_other() throws IOException {
        var users = users(line("anna", "viewer,finance"), Map.of());
        assertThat(users.with("anna", "secret")).contains(new Person("anna", Set.of(Role.VIEWER, Role.FINANCE)));
        assertThat(users.with("anna", "Secret")).isEmpty();
        assertThat(users.with("bo", "secret")).isEmpty();
        assertThat(users.with("anna", "")).isEmpty();
    }

    @Test
    void a_list_of_users_beside_an_issuer_stops_the_start_unless_it_is_wanted() throws IOException {
        var both = Map.of("kvitt.operations.oidc.enabled", "true");
        assertThatThrownBy(() -> users(line("anna", "viewer"), both))
                .hasMessageContaining("kvitt.operations.login.beside-oidc");
        var wanted = Map.of("kvitt.operations.oidc.enabled", "true", "kvitt.operations.login.beside-oidc", "true");
        assertThat(users(line("anna", "viewer"), wanted).wanted()).isTrue();
    }

    @Test
    void a_line_that_is_none_stops_the_start_and_is_not_repeated() {
        for (var wrong : new String[] {"anna:viewer:1000:c2FsdA==:aGFzaA==", "anna:owner:" + HASH, "anna:secret"}) {
            assertThatThrownBy(() -> users(wrong, Map.of()))
                    .hasMessageContaining("line 1 of kvitt.operations.login.users-file")
                    .hasMessageNotContaining("secret")
                    .hasMessageNotContaining("aGFzaA");
        }
    }

    @Test
    void without_a_list_nobody_logs_in() {
        var users = new Users(config(Map.of()));
        assertThat(users.wanted()).isFalse();
        assertThat(users.with("anna", "secret")).isEmpty();
    }

    @Test
    void a_token_that_could_be_guessed_or_is_somebody_else_s_stops_the_start() throws IOException {
        var small = Files.writeString(folder.resolve("small"), "short").toString();
        var large = Files.writeString(folder.resolve("large"), "0123456789".repeat(4))
                .toString();
        assertThatThrownBy(() -> new Tokens(config(Map.of(
                        "kvitt.operations.tokens.a.token-file", small, "kvitt.operations.tokens.a.roles", "viewer"))))
                .hasMessageContaining("kvitt.operations.tokens.a")
                .hasMessageContaining("shorter than 32");
        assertThatThrownBy(() -> new Tokens(config(Map.of(
                        "kvitt.operations.tokens.a.token-file",
                        large,
                        "kvitt.operations.tokens.a.roles",
                        "viewer",
                        "kvitt.operations.tokens.b.token-file",
                        large,
                        "kvitt.operations.tokens.b.roles",
                        "operator"))))
                .hasMessageContaining("same token");
    }
}
