package dev.kvitt.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.messaging.quarkus.MessagingConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka's own client takes what the chart and the Secrets make of its security settings, without any broker. */
class KafkaSecurityTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static String certificate;
    private static String privateKey;

    @BeforeAll
    static void a_key_and_its_certificate() throws Exception {
        var store = folder.resolve("store.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var making = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "kvitt",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=kvitt",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD)))
                .inheritIO()
                .start();
        assertThat(making.waitFor(60, TimeUnit.SECONDS)).isTrue();
        try (InputStream file = Files.newInputStream(store)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD);
            certificate = pem("CERTIFICATE", keys.getCertificate("kvitt").getEncoded());
            privateKey = pem("PRIVATE KEY", keys.getKey("kvitt", PASSWORD).getEncoded());
        }
        Files.writeString(folder.resolve("ca.crt"), certificate);
    }

    @Test
    void a_certificate_and_its_key_arrive_as_they_are_and_are_taken() {
        var properties = properties("many-merchants", Map.of("user.crt", certificate, "user.key", privateKey));

        assertThat(properties)
                .containsEntry("ssl.keystore.certificate.chain", certificate)
                .containsEntry("ssl.keystore.key", privateKey);
        open(properties);
    }

    @Test
    void a_user_and_its_password_arrive_as_they_are_and_are_taken() {
        var line =
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"kvitt\" password=\"a b=c;\\\"d$e%f\";";
        var properties = properties("production-tls", Map.of("sasl.jaas.config", line));

        assertThat(properties).containsEntry("sasl.jaas.config", line);
        open(properties);
    }

    @Test
    void a_key_that_is_none_and_a_line_that_is_none_are_refused() {
        var key = properties("many-merchants", Map.of("user.crt", certificate, "user.key", "hello"));
        var line = properties("production-tls", Map.of("sasl.jaas.config", "username=kvitt password=x"));

        assertThatThrownBy(() -> open(key)).isInstanceOf(KafkaException.class);
        assertThatThrownBy(() -> open(line)).isInstanceOf(KafkaException.class);
    }

    /** As a service gets them, with these contents of its Secrets. */
    private static Map<String, String> properties(String profile, Map<String, String> secrets) {
        var pod = Chart.rendered(profile).stream()
                .flatMap(Manifest::pod)
                .filter(each -> each.part().equals("payment-service"))
                .findFirst()
                .orElseThrow();
        var environment = new HashMap<>(pod.env());
        pod.variables().stream()
                .filter(variable -> variable.containsKey("valueFrom"))
                .forEach(variable -> environment.put(
                        (String) variable.get("name"),
                        secrets.getOrDefault(
                                (String) Manifest.at(variable, "valueFrom", "secretKeyRef", "key"), "of no interest")));
        return new ServiceSettings("payment-service")
                .mapped(environment, MessagingConfig.class)
                .kafka()
                .properties();
    }

    private static void open(Map<String, String> properties) {
        var all = new HashMap<String, Object>(properties);
        all.put("bootstrap.servers", "127.0.0.1:1");
        all.put("ssl.truststore.location", folder.resolve("ca.crt").toString());
        new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer()).close(java.time.Duration.ZERO);
    }

    private static String pem(String what, byte[] bytes) throws IOException {
        var text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }
}
