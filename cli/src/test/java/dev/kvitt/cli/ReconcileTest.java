package dev.kvitt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.cli.support.FakeOperations;
import dev.kvitt.cli.support.Kvitt;
import dev.kvitt.cli.support.Resources;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers are compared: it is started, looked at until it is over, and told as it ended. */
class ReconcileTest {

    @TempDir
    Path home;

    private final FakeOperations service = new FakeOperations();

    @AfterEach
    void stop() {
        service.close();
    }

    private void reconciliation(String state, String findings) {
        service.says("POST /api/reconciliations", "{\"id\":\"7\",\"state\":\"running\"}")
                .says("GET /api/reconciliations/7", "{\"id\":\"7\",\"state\":\"running\",\"progress\":0.4}")
                .says(
                        "GET /api/reconciliations/7",
                        "{\"id\":\"7\",\"state\":\"" + state
                                + "\",\"rows\":12345,\"progress\":1.0,\"detail\":\"Vipps is"
                                + " silent\",\"findings\":{\"open\":2,\"new\":1,\"gone\":3}}")
                .says("GET /api/findings", findings);
    }

    @Test
    void ledgers_that_agree_are_exit_code_0() {
        reconciliation("done", "{\"items\":[]}");

        Kvitt.Result result = Kvitt.to(service, home).run("reconcile", "--msn", "123456", "--from", "24h");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).contains("12 345 rows compared", "3 gone", "Nothing differs.");
        assertThat(result.err()).contains(" 40 %", "100 %").doesNotContain("\r");
        assertThat(service.requests())
                .contains(
                        "POST /api/reconciliations {\"msn\":\"123456\",\"from\":\"2026-11-21T12:00:00Z\"}",
                        "GET /api/findings?state=open&msn=123456&limit=500");
    }

    @Test
    void differences_are_exit_code_3() {
        reconciliation("done", Resources.api("findings"));

        Kvitt.Result result = Kvitt.to(service, home).run("reconcile");

        assertThat(result.exitCode()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(result.out()).contains("amount-differs", "44.00 NOK", "foreign-payment");
    }

    @Test
    void a_reconciliation_that_failed_says_nothing_about_the_money() {
        reconciliation("failed", "{\"items\":[]}");

        Kvitt.Result result = Kvitt.to(service, home).run("reconcile");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("Vipps is silent", "Whether the ledgers agree is not known");
    }

    private void repairs() {
        reconciliation("done", Resources.api("findings"));
        service.says("POST /api/findings/42/repair", "{\"would\":[\"kvitt.operator.ask.v1\"]}")
                .refuses("POST /api/findings/43/repair", 409, "not-repairable", "There is nothing to send.");
    }

    @Test
    void a_repair_is_sent_when_the_person_agrees() {
        repairs();

        Kvitt.Result result = Kvitt.to(service, home).typing("y\n").run("reconcile", "--repair", "--reason", "looked");

        assertThat(result.exitCode()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(result.err())
                .contains(
                        "would send: [\"kvitt.operator.ask.v1\"]",
                        "Sent.",
                        "There is nothing to send.",
                        "1 of 2 repairs");
        assertThat(service.requests())
                .containsSubsequence(
                        "POST /api/findings/42/repair {\"reason\":\"looked\",\"confirm\":false}",
                        "POST /api/findings/42/repair {\"reason\":\"looked\",\"confirm\":true}",
                        "POST /api/findings/43/repair {\"reason\":\"looked\",\"confirm\":false}");
    }

    @Test
    void nothing_is_sent_when_nobody_agrees() {
        repairs();

        Kvitt.to(service, home).typing("n\n").run("reconcile", "--repair", "--reason", "looked");
        Kvitt.Result program = Kvitt.to(service, home).run("reconcile", "--repair", "--reason", "looked");

        assertThat(program.err()).contains("Nothing was sent.", "0 of 2 repairs");
        assertThat(service.requests()).noneMatch(request -> request.contains("\"confirm\":true"));
    }

    @Test
    void a_program_agrees_by_option() {
        repairs();

        Kvitt.to(service, home).run("reconcile", "--repair", "--yes", "--reason", "looked");

        assertThat(service.requests())
                .filteredOn(request -> request.contains("\"confirm\":true"))
                .containsExactly("POST /api/findings/42/repair {\"reason\":\"looked\",\"confirm\":true}");
    }

    @Test
    void progress_is_drawn_in_place_for_a_person() {
        reconciliation("done", "{\"items\":[]}");

        String err =
                Kvitt.to(service, home).typing("").wide(60).run("reconcile").err();

        assertThat(err)
                .contains("\rreconciling [############-", "\rreconciling [##############################] 100 %");
        assertThat(err.split("\r"))
                .allSatisfy(line -> assertThat(line.strip().length()).isLessThan(60));
    }
}
