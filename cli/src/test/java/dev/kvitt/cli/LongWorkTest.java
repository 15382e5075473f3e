package dev.kvitt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.cli.support.FakeOperations;
import dev.kvitt.cli.support.Kvitt;
import dev.kvitt.cli.support.Resources;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that takes long: it is started, looked at until it is over, and told as it ended. */
class LongWorkTest {

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

    private static String replay(String state, boolean dryRun, int missing) {
        return "{\"id\":\"9\",\"target\":\"ledger\",\"state\":\"" + state + "\",\"dryRun\":" + dryRun
                + ",\"read\":2000,\"toRead\":4000,\"applied\":0,\"detail\":\"the broker went away\",\"notApplied\":{\"events\":"
                + missing + ",\"sales\":1,\"money\":[{\"value\":4900,\"currency\":\"NOK\"}]}}";
    }

    @Test
    void a_dry_run_tells_what_was_not_applied() {
        service.says("POST /api/replays", replay("running", true, 0))
                .says("GET /api/replays/9", replay("running", true, 0))
                .says("GET /api/replays/9", replay("done", true, 2));

        Kvitt.Result result = Kvitt.to(service, home)
                .run("replay", "ledger", "--from", "2026-11-20", "--dry-run", "--sale", "1/till-1");

        assertThat(result.exitCode()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(result.out()).contains("2 events of 1 sales, 49.00 NOK", "Nothing was changed");
        assertThat(service.requests().getFirst())
                .isEqualTo("POST /api/replays {\"target\":\"ledger\",\"from\":\"2026-11-20T00:00:00Z\",\"dryRun\":true,"
                        + "\"reason\":\"dry run\",\"msn\":\"1\",\"saleId\":\"till-1\"}");
    }

    @Test
    void a_replay_ends_well_or_says_how() {
        service.says("POST /api/replays", replay("running", false, 0))
                .says("GET /api/replays/9", replay("done", false, 0))
                .says("GET /api/replays/9", replay("failed", false, 0));

        Kvitt.Result well = Kvitt.to(service, home).run("replay", "ledger", "--from", "1h", "--reason", "restored");
        Kvitt.Result failed = Kvitt.to(service, home).run("replay", "show", "9");

        assertThat(well.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(well.out()).contains("is done: 2 000 messages read");
        assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.out()).contains("the broker went away");
    }

    @Test
    void a_replay_is_stopped_and_goes_on() {
        service.says("POST /api/replays/9/stop", "{}")
                .says("POST /api/replays/9/resume", "{}")
                .says("GET /api/replays/9", replay("done", false, 0));

        assertThat(Kvitt.to(service, home)
                        .run("replay", "stop", "9", "--reason", "peak")
                        .out())
                .isEqualTo("Replay 9 was told to stop.\n");
        assertThat(Kvitt.to(service, home)
                        .run("replay", "resume", "9", "--reason", "quiet")
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(service.requests())
                .containsExactly(
                        "POST /api/replays/9/stop {\"reason\":\"peak\"}",
                        "POST /api/replays/9/resume {\"reason\":\"quiet\"}",
                        "GET /api/replays/9");
    }

    private static String rebuild(String state, int sales) {
        return "{\"id\":\"r-1\",\"state\":\"" + state
                + "\",\"read\":120,\"toRead\":120,\"sales\":12,\"differences\":{\"sales\":" + sales + ",\"money\":"
                + (sales == 0 ? "[]" : "[{\"value\":-100,\"currency\":\"NOK\"}]") + "}}";
    }

    private void rebuilds(int differing) {
        service.says("POST /api/rebuilds", rebuild("reading", 0))
                .says("GET /api/rebuilds/r-1", rebuild("folding", 0))
                .says("GET /api/rebuilds/r-1", rebuild("ready", differing))
                .says("POST /api/rebuilds/r-1/swap", rebuild("swapped", differing))
                .says("POST /api/rebuilds/r-1/give-up", "{}");
    }

    @Test
    void a_rebuilt_ledger_without_a_difference_is_swapped() {
        rebuilds(0);

        Kvitt.Result result = Kvitt.to(service, home).run("rebuild", "--swap", "--reason", "monthly");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).contains("r-1 is swapped", "no sale differs");
    }

    @Test
    void one_with_differences_is_swapped_only_by_a_person() {
        rebuilds(1);

        Kvitt.Result program = Kvitt.to(service, home).run("rebuild", "--swap", "--reason", "monthly");
        assertThat(program.exitCode()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(program.out()).contains("is ready", "1 sales differ from the live ledger, by -1.00 NOK");
        assertThat(service.requests()).noneMatch(request -> request.contains("/swap"));

        Kvitt.to(service, home).typing("yes\n").run("rebuild", "--swap", "--reason", "monthly");
        assertThat(service.requests()).contains("POST /api/rebuilds/r-1/swap {\"reason\":\"monthly\"}");
    }

    @Test
    void a_rebuild_is_shown_swapped_and_given_up() {
        rebuilds(0);

        assertThat(Kvitt.to(service, home).run("rebuild", "show", "r-1").out()).contains("r-1 is ready");
        assertThat(Kvitt.to(service, home)
                        .run("rebuild", "swap", "r-1", "--reason", "fine")
                        .exitCode())
                .isZero();
        assertThat(Kvitt.to(service, home)
                        .run("rebuild", "give-up", "r-1", "--reason", "not needed")
                        .exitCode())
                .isZero();
    }

    @Test
    void a_silent_moment_of_the_service_ends_nothing() {
        service.says("POST /api/replays", replay("running", false, 0))
                .says("GET /api/replays/9", replay("running", false, 0))
                .refuses("GET /api/replays/9", 500, "broken", "Out of order.");

        Kvitt.Result result = Kvitt.to(service, home).run("replay", "ledger", "--from", "1h", "--reason", "restored");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("Out of order.", "Replay 9 goes on at the service", "kvitt replay stop 9");
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
