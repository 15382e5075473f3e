package dev.kvitt.local.stack;

import dev.kvitt.local.LauncherException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code docker-compose.yml} reads beside itself: passwords, keys, the registry, a certificate; and for the demo, the
 * addresses of what it starts. Made once and kept, since databases hold what is sealed with it.
 *
 * @param root the folder; nobody but its owner may enter it, so its files may be readable for the containers' user
 * @param ports port on this machine by the name of the part
 */
public record ComposeFolder(Path root, Map<String, Integer> ports) {

    /** The name by which the sandbox calls the gateway: Vipps takes no address that the internet cannot reach. */
    static final String HOOKS_HOST = "hooks.kvitt.example";

    private static final String STORE = "hooks.p12";
    private static final String TRUST = "hooks-trust.p12";
    private static final int KEYTOOL_LIMIT_SECONDS = 60;

    public ComposeFolder {
        ports = Map.copyOf(ports);
    }

    /** Writes what is missing, and anew what holds no secret of its own. */
    public void write() {
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(secrets());
            Secrets secrets = new Secrets(secrets());
            KvittStack.makeSecrets(secrets);
            certificate(secrets);
            RegistryTemplate.write(root.resolve("registry.yaml"), 0);
            lines(addresses(), addresses(secrets));
            Path postgres = folder("postgres");
            Files.writeString(postgres.resolve("password"), secrets.password(StackSecrets.POSTGRES_ADMIN));
            Files.writeString(postgres.resolve("databases.sql"), databases(secrets));
            for (KvittService service : KvittService.values()) {
                settings(service, secrets);
                for (String name : files(service)) {
                    Files.copy(
                            secrets.file(name),
                            folder(service.serviceName()).resolve(name),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            letContainersRead();
        } catch (IOException e) {
            throw new UncheckedIOException("What Compose needs cannot be written to " + root, e);
        }
    }

    /** Which secrets a service reads from files. */
    private static List<String> files(KvittService service) {
        List<String> own =
                switch (service) {
                    case VIPPS_SANDBOX -> List.of(TRUST);
                    case WEBHOOK_GATEWAY -> List.of(StackSecrets.GATEWAY_KEY, STORE);
                    case CHECKIN_SERVICE ->
                        List.of(
                                StackSecrets.CHECKIN_KEY,
                                StackSecrets.INTERNAL_TOKEN,
                                StackSecrets.OPERATORS_TOKEN,
                                StackSecrets.TILL_TOKEN,
                                StackSecrets.CODE_TOKEN,
                                StackSecrets.MERCHANT_TOKEN);
                    case CAPTURE_SERVICE -> List.of(StackSecrets.INTERNAL_TOKEN, StackSecrets.OPERATORS_TOKEN);
                    case PAYMENT_SERVICE, RECEIPT_SERVICE -> List.of(StackSecrets.OPERATORS_TOKEN);
                    case OPERATIONS_SERVICE ->
                        List.of(
                                StackSecrets.OPERATORS_TOKEN,
                                StackSecrets.OPERATIONS_TOKEN,
                                StackSecrets.CONSOLE_USERS);
                };
        return service.isOutside()
                ? own
                : Stream.concat(own.stream(), SandboxMerchants.secretNames().stream())
                        .toList();
    }

    /** For {@code ./kvitt demo --against}. */
    public Path addresses() {
        return root.resolve("addresses.properties");
    }

    /** All of them; no container sees this folder. */
    private Path secrets() {
        return root.resolve("secrets");
    }

    /** What one container sees. */
    private Path folder(String part) throws IOException {
        return Files.createDirectories(root.resolve(part));
    }

    private Map<String, String> addresses(Secrets secrets) {
        Ports published = new Ports(ports);
        return Map.of(
                "kafka", published.kafka(),
                "vipps-sandbox", published.url("vipps-sandbox"),
                "checkin-service", published.url("checkin-service"),
                "payment-service", published.url("payment-service"),
                "operations-service", published.url("operations-service"),
                "till-token", secrets.password(StackSecrets.TILL_TOKEN),
                "api-token", secrets.password(StackSecrets.API_TOKEN),
                "operations-token", secrets.password(StackSecrets.OPERATIONS_TOKEN));
    }

    /** A role and a database of its own for each service; nobody else may connect to it. */
    private static String databases(Secrets secrets) {
        StringBuilder sql = new StringBuilder("REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC;\n");
        for (KvittService service : KvittService.values()) {
            service.databaseName()
                    .ifPresent(name -> sql.append(
                            """
                            CREATE ROLE %1$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '%2$s';
                            CREATE DATABASE %1$s OWNER %1$s;
                            REVOKE ALL ON DATABASE %1$s FROM PUBLIC;
                            """
                                    .formatted(name, secrets.password(databaseSecret(name)))));
        }
        return sql.toString();
    }

    /** The settings of one service that are secret, as it reads them. */
    private void settings(KvittService service, Secrets secrets) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        service.databaseName().ifPresent(name -> {
            String password = secrets.password(databaseSecret(name));
            String url = "jdbc:postgresql://postgres:5432/" + name;
            settings.put("quarkus.datasource.jdbc.url", url);
            settings.put("quarkus.datasource.username", name);
            settings.put("quarkus.datasource.password", password);
            settings.put("kvitt.db.direct-url", url + "?user=" + name + "&password=" + password);
        });
        switch (service) {
            case VIPPS_SANDBOX -> settings.putAll(SandboxMerchants.settings(secrets));
            case PAYMENT_SERVICE -> {
                settings.put("kvitt.api.token", secrets.password(StackSecrets.API_TOKEN));
                settings.put("kvitt.api.tokens.tills.token", secrets.password(StackSecrets.TILL_TOKEN));
                TillAccess.settings().forEach((name, value) -> settings.put("kvitt.api.tokens.tills." + name, value));
            }
            case WEBHOOK_GATEWAY -> {
                settings.put("quarkus.tls.key-store.p12.path", "/etc/kvitt/secrets/" + STORE);
                settings.put("quarkus.tls.key-store.p12.password", secrets.password(StackSecrets.HOOKS_STORE));
            }
            case CHECKIN_SERVICE, CAPTURE_SERVICE, RECEIPT_SERVICE, OPERATIONS_SERVICE -> {}
        }
        lines(folder(service.serviceName()).resolve("settings.properties"), settings);
    }

    /** A certificate for the gateway, signed by itself, and a store that makes the sandbox's JVM trust it. */
    private void certificate(Secrets secrets) {
        secrets.password(StackSecrets.HOOKS_STORE);
        Path password = secrets.file(StackSecrets.HOOKS_STORE);
        Path store = secrets().resolve(STORE);
        Path trust = secrets().resolve(TRUST);
        if (Files.exists(store) && Files.exists(trust)) {
            return;
        }
        Path certificate = secrets().resolve("hooks.pem");
        keytool(
                "-genkeypair -keyalg EC -groupname secp256r1 -validity 3650 -storetype PKCS12 -alias hooks -dname CN="
                        + HOOKS_HOST + " -ext san=dns:" + HOOKS_HOST,
                "-keystore",
                store,
                "-storepass:file",
                password);
        keytool("-exportcert -rfc -alias hooks", "-keystore", store, "-storepass:file", password, "-file", certificate);
        // Public, so without a password, which the JVM that reads it would have to be told.
        keytool(
                "-importcert -noprompt -storetype PKCS12 -alias hooks -J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE"
                        + " -J-Dkeystore.pkcs12.macAlgorithm=NONE",
                "-keystore",
                trust,
                "-storepass:file",
                password,
                "-file",
                certificate);
    }

    private static void keytool(String words, Object... files) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words.split(" ", -1)));
        for (Object file : files) {
            command.add(file.toString());
        }
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(KEYTOOL_LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new LauncherException("The gateway's certificate cannot be made: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The JDK's keytool cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while the gateway's certificate was made.");
        }
    }

    /** The containers' user is another than the files' owner; the folder above keeps everybody else out. */
    private void letContainersRead() throws IOException {
        try (var found = Files.walk(root)) {
            for (Path path : found.filter(path -> !path.equals(root)).toList()) {
                String rights = Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--";
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
            }
        }
    }

    private static String databaseSecret(String database) {
        return database + "-database";
    }

    private static void lines(Path file, Map<String, String> values) throws IOException {
        Files.writeString(
                file,
                new TreeMap<>(values)
                        .entrySet().stream()
                                .map(value -> value.getKey() + "=" + value.getValue() + "\n")
                                .collect(Collectors.joining()));
    }
}
