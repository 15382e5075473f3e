package dev.kvitt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.cli.support.FakeOperations;
import dev.kvitt.cli.support.Kvitt;
import dev.kvitt.cli.support.Resources;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person decides reaches the service with the reason, and once. */
class DecisionsTest {

    private static final String CAUSE = "unknown type kvitt.sale.moved.v1";

    @TempDir
    Path home;

    private final FakeOperations service = new FakeOperations();

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "parked unpark 123456/till-1-000042, /api/parked/123456/till-1-000042/unpark",
        "release 123456/till-1-000042, /api/sales/123456/till-1-000042/release",
        "ask 123456/till-1-000042, /api/sales/123456/till-1-000042/ask",
        "parked skip 123456/till-1-000042 till-1-000042-1/capture/1, /api/sales/123456/till-1-000042/operations/till-1-000042-1%2Fcapture%2F1/skip",
        "findings explain 42, /api/findings/42/explanation"
    })
    void a_decision_is_sent_with_its_reason(String words, String path) {
        service.says("POST " + path, 202, "application/json", "");

        Kvitt.Result result = Kvitt.to(service, home).run((words + " --reason looked").split(" "));

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).isNotBlank();
        assertThat(service.requests()).containsExactly("POST " + path + " {\"reason\":\"looked\"}");
    }

    @Test
    void all_of_one_cause_are_unparked_after_their_number_was_agreed() {
        service.says("GET /api/parked", Resources.api("parked")).says("POST /api/parked/unpark", "{}");

        Kvitt.Result result =
                Kvitt.to(service, home).typing("y\n").run("parked", "unpark", "--cause", CAUSE, "--reason", "upgraded");

        assertThat(result.err()).contains("Unpark 2 sales?");
        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(service.requests())
                .endsWith(
                        "POST /api/parked/unpark {\"reason\":\"upgraded\",\"cause\":\"" + CAUSE + "\",\"expected\":2}");
    }

    @Test
    void nothing_is_unparked_when_nobody_agrees() {
        service.says("GET /api/parked", Resources.api("parked"));

        Kvitt.Result result = Kvitt.to(service, home).run("parked", "unpark", "--cause", CAUSE, "--reason", "upgraded");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("2 sales are parked", "Nothing was done", "--yes");
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void a_program_agrees_by_option() {
        service.says("GET /api/parked", Resources.api("parked")).says("POST /api/parked/unpark", "{\"unparked\":2}");

        Kvitt.Result result = Kvitt.to(service, home)
                .run("parked", "unpark", "--cause", CAUSE, "--reason", "upgraded", "--yes", "--json");

        assertThat(result.out()).isEqualTo("{\"unparked\":2}\n");
    }

    @Test
    void a_cause_of_nobody_is_told() {
        service.says("GET /api/parked", Resources.api("parked"));

        Kvitt.Result result =
                Kvitt.to(service, home).run("parked", "unpark", "--cause", "other", "--reason", "why", "--yes");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("No sale is parked for that reason");
    }

    @Test
    void a_cause_is_not_counted_without_a_service_that_is_away() {
        service.says("GET /api/parked", "{\"items\":[],\"away\":[\"payment-service\"]}");

        Kvitt.Result result =
                Kvitt.to(service, home).run("parked", "unpark", "--cause", CAUSE, "--reason", "why", "--yes");

        assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_REACHABLE);
        assertThat(result.err()).contains("payment-service", "Nothing was done");
        assertThat(service.requests()).hasSize(1);
    }
}
