package dev.kvitt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.cli.support.FakeOperations;
import dev.kvitt.cli.support.Kvitt;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a word ends, and what a person is told: what happened, what it means for the money, what to do. */
class ExitCodesTest {

    private static final String UNPARK = "parked unpark 123456/till-1-000042 --reason looked";

    @TempDir
    Path home;

    private final FakeOperations service = new FakeOperations();

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 1, Nothing was done.",
        "401, 4, The token is not known",
        "403, 4, kvitt me tells them",
        "404, 1, There is no such thing",
        "409, 1, look again before you decide",
        "429, 1, Try again in a minute",
        "500, 1, Whether it was done is not known",
        "503, 1, Whether it was done is not known"
    })
    void a_refused_decision_says_what_is_known(int status, int exitCode, String said) {
        service.refuses("POST /api/parked/123456/till-1-000042/unpark", status, "some-code", "This is why.");

        Kvitt.Result result = Kvitt.to(service, home).run(UNPARK.split(" "));

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(status + " some-code: This is why.", said);
    }

    @Test
    void a_look_that_fails_changed_nothing() {
        service.refuses("GET /api/me", 500, "broken", "Out of order.");

        Kvitt.Result result = Kvitt.to(service, home).run("me");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("Nothing was done.").doesNotContain("not known");
    }

    @Test
    void nobody_listening_is_told_apart() {
        service.close();

        Kvitt.Result result = Kvitt.to(service, home).run("sales");

        assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_REACHABLE);
        assertThat(result.err()).contains("cannot be reached", "Sales go on without it", "--url");
    }

    @Test
    void a_decision_without_an_answer_is_not_known() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Kvitt kvitt =
                    Kvitt.to(service, home).with("KVITT_OPERATIONS_URL", "http://127.0.0.1:" + silent.getLocalPort());

            Kvitt.Result decision = kvitt.run((UNPARK + " --timeout 1").split(" "));
            Kvitt.Result look = kvitt.run("me", "--timeout", "1");

            assertThat(decision.exitCode()).isEqualTo(ExitCode.NOT_REACHABLE);
            assertThat(decision.err()).contains("not in time", "Whether it was done is not known", "kvitt audit");
            assertThat(look.exitCode()).isEqualTo(ExitCode.NOT_REACHABLE);
            assertThat(look.err()).contains("nothing was changed", "--timeout");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "sale",
                "sale 123456",
                "sale 123456/",
                "sale 1/2/3",
                "sales --from yesterday",
                "sales --from 2026-13-01",
                "sales --min 4.999",
                "sales --limit 0",
                "sales --phase sold",
                "sales --timeout 0",
                "sales --wrong",
                "parked unpark --reason why",
                "parked unpark 1/2 --cause x --reason why",
                "parked unpark 123456/till-1-000042",
                "findings explain 42",
                "replay ledger",
                "replay ledger --from 24h",
                "replay webhook-gateway --from 24h --dry-run",
                "replay ledger --from 24h --dry-run --msn 1 --sale 2/x",
                "reconcile --yes",
                "reconcile --repair",
                "checklist",
                "completion fish",
                "sales --url ftp://x.example",
                "sales --url http://operations.example",
                "sales --url https://user@operations.example",
                "sales --token-file missing"
            })
    void what_makes_no_sense_is_never_sent(String words) {
        Kvitt.Result result = Kvitt.to(service, home).run(words.split(" "));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isNotBlank().doesNotContain("\tat ");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void a_reason_is_not_too_long() {
        Kvitt.Result result = Kvitt.to(service, home).run("findings", "explain", "42", "--reason", "x".repeat(201));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void a_local_stack_is_found_by_what_it_wrote_down() throws Exception {
        Path data = Files.createDirectories(home.resolve("data"));
        Kvitt kvitt = new Kvitt(home, Map.of("KVITT_DATA", data.toString()), null, 0);
        assertThat(kvitt.run("me").exitCode()).isEqualTo(ExitCode.NOT_REACHABLE);
        assertThat(kvitt.run("me").err()).contains("./kvitt up");

        Files.createDirectories(data.resolve("run"));
        Files.createDirectories(data.resolve("secrets"));
        String port = service.url().substring(service.url().lastIndexOf(':') + 1);
        Files.writeString(
                data.resolve("run/stack.json"), "{\"ports\":{\"operations-service\":" + port + ",\"kafka\":7011}}");
        Files.writeString(data.resolve("secrets/operations-token"), FakeOperations.TOKEN);
        service.says("GET /api/me", "{\"name\":\"cli\",\"roles\":[]}");

        assertThat(kvitt.run("me").out()).isEqualTo("cli: no role\n");
    }

    @Test
    void the_token_is_never_sent_where_the_service_points() {
        service.says("GET /api/me", 302, "text/plain", "");

        assertThat(Kvitt.to(service, home).run("me").exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void a_token_of_several_lines_is_none() throws Exception {
        Path file = home.resolve("odd");
        Files.writeString(file, "one\ntwo\n");

        Kvitt.Result result = Kvitt.to(service, home).run("me", "--token-file", file.toString());

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("holds no token").doesNotContain("two");
    }
}
