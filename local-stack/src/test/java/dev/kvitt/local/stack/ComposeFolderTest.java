package dev.kvitt.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.local.demo.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeFolderTest {

    private static final Path COMPOSE = Path.of("..", "docker-compose.yml");

    /** One for all tests, each of which has it written: what is there is kept, and a certificate takes seconds. */
    @TempDir
    static Path folder;

    @Test
    void all_that_docker_compose_reads_is_written_and_kept_the_second_time() throws Exception {
        ComposeFolder compose = written();
        Map<String, String> first = content();
        for (String file : named("\\.kvitt-compose}/([a-z./-]+)")) {
            assertThat(root().resolve(file)).exists();
        }
        compose.write();
        assertThat(content()).isEqualTo(first);
    }

    @Test
    void each_container_sees_its_own_secrets_and_nobody_else_on_the_machine_sees_any() throws Exception {
        written();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root())))
                .isEqualTo("rwx------");
        Map<String, String> content = content();
        for (String database : List.of("gateway", "checkin", "payment", "capture", "receipt", "operations")) {
            String password = content.get("secrets/" + database + "-database");
            assertThat(foldersThatHold(password, content))
                    .containsExactlyInAnyOrder("secrets", "postgres", service(database));
        }
        assertThat(foldersThatHold(content.get("secrets/gateway-key"), content))
                .containsExactlyInAnyOrder("secrets", "webhook-gateway");
        assertThat(foldersThatHold(content.get("secrets/internal-token"), content))
                .containsExactlyInAnyOrder("secrets", "checkin-service", "capture-service");
        assertThat(foldersThatHold(content.get("secrets/operators-token"), content))
                .containsExactlyInAnyOrder(
                        "secrets",
                        "checkin-service",
                        "payment-service",
                        "capture-service",
                        "receipt-service",
                        "operations-service");
        assertThat(foldersThatHold(content.get("secrets/console-password"), content))
                .as("operations-service itself knows its hash")
                .containsExactlyInAnyOrder("secrets");
        assertThat(foldersThatHold(content.get("secrets/checkin-key"), content))
                .containsExactlyInAnyOrder("secrets", "checkin-service");
        assertThat(Files.readString(COMPOSE)).doesNotContain(content.get("secrets/123456-client-secret"));
    }

    @Test
    void the_sandbox_is_told_to_trust_the_gateways_certificate() throws Exception {
        written();
        KeyStore trust = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(root().resolve("vipps-sandbox/hooks-trust.p12"))) {
            // Without a password: that is how a JVM reads a trust store nobody has told it one for.
            trust.load(in, null);
        }
        assertThat(trust.getCertificate("hooks")).isNotNull();
        assertThat(named("aliases: \\[([a-z.]+)]")).containsExactly(ComposeFolder.HOOKS_HOST);
    }

    @Test
    void the_demo_reads_where_everything_is() {
        Addresses addresses = Addresses.read(written().addresses());
        assertThat(addresses.kafka()).isEqualTo("127.0.0.1:7111");
        assertThat(addresses.payment()).isEqualTo("http://127.0.0.1:7123");
        assertThat(addresses.tillToken()).hasSizeGreaterThan(15);
    }

    private ComposeFolder written() {
        ComposeFolder compose = new ComposeFolder(
                root(),
                Map.of(
                        "kafka", 7111,
                        "vipps-sandbox", 7120,
                        "checkin-service", 7122,
                        "payment-service", 7123,
                        "operations-service", 7126));
        compose.write();
        return compose;
    }

    private static Path root() {
        return folder.resolve("compose");
    }

    /** Text of every file by its name; stores are not text and left out. */
    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (var files = Files.walk(root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".p12")) {
                    content.put(root().relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return content;
    }

    private static List<String> foldersThatHold(String secret, Map<String, String> content) {
        return content.entrySet().stream()
                .filter(file -> file.getValue().contains(secret))
                .map(file -> file.getKey().split("/", 2)[0])
                .distinct()
                .toList();
    }

    private static String service(String database) {
        return database.equals("gateway") ? "webhook-gateway" : database + "-service";
    }

    private static List<String> named(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(COMPOSE))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
