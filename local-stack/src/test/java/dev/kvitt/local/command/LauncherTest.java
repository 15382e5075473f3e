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
    void up_clears_what_a_killed_launcher_left_and_a_second_up_and_a_dead_service_are_told() throws Exception {
        Process killed = launcher.start(FakeService.GOOD, "up");
        launcher.awaitUp(killed);
        killed.destroyForcibly().waitFor();
        String admin = Files.readString(launcher.data().secrets().resolve("postgres-admin"));

        LauncherProcess.Result up = launcher.run("up", "--detach");
        assertThat(up.output()).contains("ending what a killed launcher left behind", "everything is ready");
        assertThat(up.exitCode()).isZero();
        assertThat(Files.readString(launcher.data().secrets().resolve("postgres-admin")))
                .isEqualTo(admin);

        LauncherProcess.Result again = launcher.run("up");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.errors()).contains("A stack is up already");

        ProcessHandle background = launcher.data().pidFile("launcher").alive().orElseThrow();
        launcher.data().pidFile("first-service").alive().orElseThrow().destroyForcibly();
        background.onExit().get(2, TimeUnit.MINUTES);
        assertThat(Files.readString(launcher.data().log("launcher")))
                .contains("first-service ended by itself with exit code 137");
        assertThat(launcher.living()).isEmpty();
    }

    @Test
    void the_status_tells_programs_and_people_what_is_up_and_sigterm_stops_all_in_order() throws Exception {
        assertThat(launcher.run("status", "--json").output().strip())
                .isEqualTo("{\"ready\":false,\"kafka\":null,\"services\":{},\"sandbox\":null,\"token\":null}");
        Process up = launcher.start(FakeService.GOOD, "up");
        launcher.awaitUp(up);
        LauncherProcess beside = new LauncherProcess(home, launcher.environment());

        LauncherProcess.Result json = beside.run("status", "--json");
        LauncherProcess.Result table = beside.run("status");

        assertThat(json.exitCode()).isZero();
        assertShape(new ObjectMapper().readTree(json.output()));
        assertThat(table.output())
                .contains("first-service", "Everything is ready.", "customer's phone", "/phone")
                .doesNotContain("secret");
        up.destroy();
        launcher.finish(up);
        assertThat(Files.readString(launcher.data().log("postgres"))).contains("database system is shut down");
        assertThat(launcher.living()).isEmpty();
        assertThat(beside.run("status").exitCode()).isEqualTo(3);
        assertThat(beside.run("down", "--wipe").exitCode()).isZero();
        assertThat(launcher.data().root()).doesNotExist();
    }

    private void assertShape(JsonNode status) {
        assertThat(names(status)).containsExactly("ready", "kafka", "services", "sandbox", "token");
        assertThat(status.get("ready").booleanValue()).isTrue();
        assertThat(status.get("kafka").textValue()).isEqualTo("127.0.0.1:" + (portBase + 11));
        assertThat(names(status.get("services"))).containsExactly("first-service", "second-service");
        assertThat(names(status.at("/services/first-service"))).containsExactly("url", "pid");
        assertThat(names(status.get("sandbox"))).containsExactly("url", "merchants", "webhooks");
        assertThat(names(status.at("/sandbox/merchants/0")))
                .containsExactly("msn", "clientId", "clientSecret", "subscriptionKey", "customers");
        assertThat(names(status.at("/sandbox/webhooks/0"))).containsExactly("id", "msn", "url", "secret", "events");
        assertThat(status.get("token").textValue()).hasSize(32);
    }

    private static Iterable<String> names(JsonNode node) {
        return node::fieldNames;
    }

    @Test
    void a_service_that_ends_by_itself_stops_everything_and_its_last_words_are_told() throws Exception {
        LauncherProcess.Result up = launcher.finish(launcher.start(FakeService.CRASHES, "up"));

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.errors()).contains("second-service ended by itself with exit code 7", "the last word");
        assertThat(launcher.living()).isEmpty();
    }

    @Test
    void a_busy_port_is_named_and_nothing_is_started() throws Exception {
        try (ServerSocket other = new ServerSocket(portBase + 31, 1, InetAddress.getLoopbackAddress())) {
            LauncherProcess.Result up = launcher.run("up");
            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.errors())
                    .contains(
                            "Port " + other.getLocalPort() + " (for first-service) is used",
                            "--port-base",
                            "KVITT_PORT_BASE");
            assertThat(launcher.living()).isEmpty();
        }
    }

    @Test
    void a_demo_leaves_nothing_behind_unless_told_to() throws Exception {
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
