package dev.kvitt.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.TopicUser;
import dev.kvitt.local.GeneratedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy} tells a cluster to allow is what the code needs, and what {@link AccessRulesTest} tries out. */
class AclFilesTest {

    private static final String SCRIPT = "deploy/kafka/acls.sh";

    @TempDir
    Path folder;

    @Test
    void the_script_is_made_from_the_code() throws IOException {
        GeneratedFile.isUpToDate(SCRIPT, AclScript.text());
    }

    @Test
    void strimzis_users_are_made_from_the_code() throws IOException {
        GeneratedFile.isUpToDate("deploy/helm/examples/strimzi-users.yaml", StrimziUsers.text());
    }

    @Test
    void the_script_run_by_a_shell_asks_kafkas_program_for_exactly_these_rules() throws Exception {
        assertThat(asked("pos.sales=point-of-sale")).isEqualTo(wanted("point-of-sale", "pos.sales"));
    }

    @Test
    void points_of_sale_with_topics_of_their_own_cannot_write_to_each_others() throws Exception {
        var asked = asked("pos.sales=tills pos.vending=machines");

        var both = new HashSet<>(wanted("tills", "pos.sales"));
        both.addAll(wanted("machines", "pos.vending"));
        assertThat(asked).isEqualTo(both).doesNotContain("User:machines WRITE TOPIC pos.sales LITERAL");
    }

    private static Set<String> wanted(String pointOfSale, String topic) {
        return Arrays.stream(TopicUser.values())
                .flatMap(
                        user -> AccessRules.of(
                                user, user == TopicUser.POINT_OF_SALE ? pointOfSale : user.principal(), List.of(topic))
                                .stream())
                .map(rule -> "%s %s %s %s %s"
                        .formatted(
                                rule.entry().principal(),
                                rule.entry().operation(),
                                rule.pattern().resourceType(),
                                rule.pattern().name(),
                                rule.pattern().patternType()))
                .collect(Collectors.toSet());
    }

    /** Runs the script with a program in Kafka's place that writes down how it was called. */
    private Set<String> asked(String pointsOfSale) throws Exception {
        var calls = folder.resolve("calls");
        var program = folder.resolve("kafka-acls");
        Files.writeString(program, "#!/bin/sh\necho \"$*\" >> '" + calls + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var process = new ProcessBuilder("sh", GeneratedFile.of(SCRIPT).toString(), "broker:9092", "admin.properties");
        process.environment().put("KAFKA_ACLS", program.toString());
        process.environment().put("KVITT_POINTS_OF_SALE", pointsOfSale);
        var running = process.redirectErrorStream(true).start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        return Files.readAllLines(calls).stream()
                .flatMap(call -> rules(call).stream())
                .collect(Collectors.toSet());
    }

    /** As Kafka's manual has it: one operation for all the topics and groups that are named, with one kind of pattern. */
    private static Set<String> rules(String call) {
        var start = "--bootstrap-server broker:9092 --command-config admin.properties --add --allow-principal ";
        assertThat(call).startsWith(start);
        var words = List.of(call.substring(start.length()).split(" ", -1));
        var pattern = words.contains("--resource-pattern-type") ? "PREFIXED" : "LITERAL";
        assertThat(words.get(1)).isEqualTo("--operation");
        var rules = new HashSet<String>();
        for (var i = 3; i < words.size(); i += 2) {
            var kind = words.get(i);
            if (!kind.equals("--resource-pattern-type")) {
                assertThat(kind).isIn("--topic", "--group");
                rules.add("%s %s %s %s %s"
                        .formatted(
                                words.getFirst(),
                                words.get(2)
                                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                                        .toUpperCase(Locale.ROOT),
                                kind.substring(2).toUpperCase(Locale.ROOT),
                                words.get(i + 1),
                                pattern));
            }
        }
        return rules;
    }
}
