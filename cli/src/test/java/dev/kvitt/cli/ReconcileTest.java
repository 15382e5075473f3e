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

    private static final String RUNS = "POST /api/reconciliations";
    private static final String RUN = "0f6d2b1e-6c1f-4c53-9a54-1b6f4a7f0007";
    private static final String REPAIRABLE = "/api/findings/0f6d2b1e-6c1f-4c53-9a54-1b6f4a7f0042/repair";
    private static final String NOT_REPAIRABLE = "/api/findings/0f6d2b1e-6c1f-4c53-9a54-1b6f4a7f0043/repair";
    private static final String LOOK = "{\"reason\":\"looked\",\"confirm\":false}";
    private static final String SEND = "{\"reason\":\"looked\",\"confirm\":true,\"command\":\"ask\"}";

    @TempDir
    Path home;

    private final FakeOperations service = new FakeOperations();

    @AfterEach
    void stop() {
        service.close();
    }

    private void reconciliation(String state, String findings) {
        service.says(RUNS, 202, "application/json", Resources.api("reconciliation-running"))
                .says("GET /api/reconciliations/" + RUN, Resources.api("reconciliation-running"))
                .says("GET /api/reconciliations/" + RUN, Resources.api("reconciliation-" + state))
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
        assertThat(result.out()).contains("cancelled-differs", "44.00 NOK", "foreign-payment");
    }

    @Test
    void a_report_that_could_not_be_read_is_no_agreement() {
        reconciliation("behind", "{\"items\":[]}");

        Kvitt.Result result = Kvitt.to(service, home).run("reconcile");

        assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_ALL_SEEN);
        assertThat(result.out()).contains("Nothing differs in what could be read.");
        assertThat(result.err())
                .contains(
                        "Not judged: sales unit 123456, list of fees of ledger 302321 (read to 2026-11-20T10:12:00Z).")
                .doesNotContain("list of funds");
    }

    @Test
    void differences_count_more_than_what_could_not_be_read() {
        reconciliation("behind", Resources.api("findings"));

        Kvitt.Result result = Kvitt.to(service, home).run("reconcile");

        assertThat(result.exitCode()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(result.err()).contains("Not judged: sales unit 123456");
    }

    @Test
    void a_reconciliation_that_failed_says_nothing_about_the_money() {
        reconciliation("failed", "{\"items\":[]}");

        Kvitt.Result result = Kvitt.to(service, home).run("reconcile");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("Vipps is silent", "Whether the ledgers agree is not known");
    }

    @Test
    void while_another_one_runs_nothing_is_known_and_it_is_named() {
        service.says(RUNS, 409, "application/problem+json", Resources.api("reconciliation-refused"));

        Kvitt.Result result = Kvitt.to(service, home).run("reconcile");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("409 reconciling: A reconciliation is under way.", "Nothing was done.");
    }

    private void repairs() {
        reconciliation("done", Resources.api("findings"));
        service.says("POST " + REPAIRABLE, Resources.api("repair-would"))
                .says("POST " + REPAIRABLE, 202, "application/json", Resources.api("repair-sent"))
                .says("POST " + NOT_REPAIRABLE, 409, "application/problem+json", Resources.api("repair-refused"));
    }

    @Test
    void a_repair_is_sent_when_the_person_agrees() {
        repairs();

        Kvitt.Result result = Kvitt.to(service, home).typing("y\n").run("reconcile", "--repair", "--reason", "looked");

        assertThat(result.exitCode()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(result.err())
                .contains(
                        "would send: ask for 123456/till-1-000042. Vipps is asked how",
                        "Sent.",
                        "nothing-to-repair: Nothing that Kvitt could do mends this.",
                        "1 of 2 repairs");
        assertThat(service.requests())
                .containsSubsequence(
                        "POST " + REPAIRABLE + " " + LOOK,
                        "POST " + REPAIRABLE + " " + SEND,
                        "POST " + NOT_REPAIRABLE + " " + LOOK);
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
                .containsExactly("POST " + REPAIRABLE + " " + SEND);
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
