package dev.kvitt.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.local.FreePorts;
import dev.kvitt.local.postgres.PostgresProcess;
import dev.kvitt.local.stack.FakeService;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LauncherTest {

    @TempDir
    Path home;

    private int portBase;
    private LauncherProcess launcher;

    @BeforeEach
    void choosePorts() {
        portBase = FreePorts.one() / 2 + 1024;
        launcher = new LauncherProcess(home, Map.of(Site.PORT_BASE, Integer.toString(portBase)));
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        launcher.run("down");
        assertThat(launcher.living()).isEmpty();
        assertThat(PostgresProcess.find(launcher.data().postgres())).isEmpty();
    }

    @Test
    void down_after_the_launcher_was_killed_ends_every_part_and_can_be_repeated() throws Exception {
        Process process = launcher.start(FakeService.GOOD, "up");
        launcher.awaitUp(process);
        process.destroyForcibly().waitFor();
        assertThat(launcher.living()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(PostgresProcess.find(launcher.data().postgres())).isPresent();

        LauncherProcess.Result down = launcher.run("down");

        assertThat(down.exitCode()).isZero();
        assertThat(down.output()).contains("first-service", "second-service", "fake-sandbox", "kafka", "postgres");
        assertThat(launcher.living()).isEmpty();
        assertThat(PostgresProcess.find(launcher.data().postgres())).isEmpty();
        assertThat(launcher.run("down").output()).contains("nothing is running");
    }

    @Test
    void up_after_the_launcher_was_killed_clears_up_and_starts_again() throws Exception {
        Process first = launcher.start(FakeService.GOOD, "up");
        launcher.awaitUp(first);
        first.destroyForcibly().waitFor();

        LauncherProcess.Result second = launcher.run("up", "--detach");

        assertThat(second.output()).contains("ending what a killed launcher left behind", "everything is ready");
        assertThat(second.exitCode()).isZero();
    }

    @Test
    void the_status_tells_programs_and_people_what_is_up() throws Exception {
        assertThat(launcher.run("status", "--json").exitCode()).isEqualTo(3);
        assertThat(launcher.run("up", "--detach").exitCode()).isZero();

        LauncherProcess.Result json = launcher.run("status", "--json");
        LauncherProcess.Result table = launcher.run("status");
        LauncherProcess.Result again = launcher.run("up");

        assertThat(json.exitCode()).isZero();
        JsonNode status = new ObjectMapper().readTree(json.output());
        assertThat(status.fieldNames()).toIterable().containsExactly("ready", "kafka", "services", "sandbox", "token");
        assertThat(status.get("ready").booleanValue()).isTrue();
        assertThat(status.get("kafka").textValue()).isEqualTo("127.0.0.1:" + (portBase + 11));
        assertThat(status.get("services").fieldNames()).toIterable().containsExactly("first-service", "second-service");
        assertThat(status.at("/services/first-service").fieldNames())
                .toIterable()
                .containsExactly("url", "pid");
        assertThat(status.at("/sandbox/merchants/0").fieldNames())
                .toIterable()
                .containsExactly("msn", "clientId", "clientSecret", "subscriptionKey", "customers");
        assertThat(status.at("/sandbox/webhooks/0").fieldNames())
                .toIterable()
                .containsExactly("id", "msn", "url", "secret", "events");
        assertThat(status.get("token").textValue()).hasSize(32);
        assertThat(table.output())
                .contains("first-service", "Everything is ready.")
                .doesNotContain("clientSecret");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.output()).contains("A stack is up already");
    }

    @Test
    void a_service_that_ends_by_itself_stops_everything_and_its_last_words_are_told() throws Exception {
        LauncherProcess.Result up = launcher.finish(launcher.start(FakeService.CRASHES, "up"));

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.output()).contains("second-service ended by itself with exit code 7", "the last word");
        assertThat(launcher.living()).isEmpty();
    }

    @Test
    void a_service_killed_later_stops_everything() throws Exception {
        Process process = launcher.start(FakeService.GOOD, "up");
        launcher.awaitUp(process);
        launcher.data().pidFile("first-service").alive().orElseThrow().destroyForcibly();

        LauncherProcess.Result up = launcher.finish(process);

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.output()).contains("first-service ended by itself with exit code 137");
        assertThat(launcher.living()).isEmpty();
    }

    @Test
    void sigterm_stops_services_before_kafka_and_postgresql() throws Exception {
        Process process = launcher.start(FakeService.GOOD, "up");
        launcher.awaitUp(process);
        process.destroy();

        assertThat(launcher.finish(process).output()).contains("everything is stopped");
        assertThat(launcher.living()).isEmpty();
        assertThat(Files.readString(launcher.data().log("postgres"))).contains("database system is shut down");
    }

    @Test
    void a_busy_port_is_named_and_nothing_is_started() throws Exception {
        try (ServerSocket other = new ServerSocket(portBase + 31, 1, InetAddress.getLoopbackAddress())) {
            LauncherProcess.Result up = launcher.run("up");
            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.output())
                    .contains(
                            "Port " + other.getLocalPort() + " (for first-service) is used",
                            "--port-base",
                            "KVITT_PORT_BASE");
            assertThat(launcher.living()).isEmpty();
        }
    }

    @Test
    void keys_and_rows_survive_down_and_up_and_a_wipe_takes_everything() throws Exception {
        launcher.run("up", "--detach");
        String admin = Files.readString(launcher.data().secrets().resolve("postgres-admin"));
        launcher.run("down");
        assertThat(launcher.run("up", "--detach").exitCode()).isZero();
        assertThat(Files.readString(launcher.data().secrets().resolve("postgres-admin")))
                .isEqualTo(admin);

        launcher.run("down", "--wipe");

        assertThat(launcher.data().root()).doesNotExist();
    }

    @Test
    void a_demo_leaves_nothing_behind_also_when_it_is_interrupted() throws Exception {
        Path temporary = Files.createDirectory(home.resolve("tmp"));
        LauncherProcess demo = new LauncherProcess(home, Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary));
        assertThat(demo.run("demo").exitCode()).isZero();
        assertThat(stackFolders(temporary)).isEmpty();

        assertThat(demo.run("demo", "--keep").output()).contains("left running");
        assertThat(stackFolders(temporary)).hasSize(1);
        assertThat(demo.run("status").exitCode()).isZero();
        assertThat(demo.run("down").output()).contains("stopped");
        assertThat(stackFolders(temporary)).isEmpty();
    }

    private static List<Path> stackFolders(Path temporary) throws Exception {
        try (var files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("kvitt-stack-"))
                    .toList();
        }
    }
}
