package dev.kvitt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.cli.support.FakeOperations;
import dev.kvitt.cli.support.Kvitt;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics are read again, into a service or into the ledger, and what became of it is told. */
class ReadingAgainTest {

    @TempDir
    Path home;

    private final FakeOperations service = new FakeOperations();

    @AfterEach
    void stop() {
        service.close();
    }

    private static String replay(String state, boolean dryRun, int missing) {
        return "{\"id\":\"9\",\"target\":\"payment-service\",\"state\":\"" + state + "\",\"dryRun\":" + dryRun
                + ",\"read\":2000,\"toRead\":4000,\"applied\":0,\"why\":\"the broker went away\",\"notApplied\":{\"events\":"
                + missing + ",\"sales\":1,\"money\":[{\"value\":4900,\"currency\":\"NOK\"}]}}";
    }

    @Test
    void a_dry_run_tells_what_was_not_applied() {
        service.says("POST /api/replays", replay("running", true, 0))
                .says("GET /api/replays/9", replay("running", true, 0))
                .says("GET /api/replays/9", replay("done", true, 2));

        Kvitt.Result result = Kvitt.to(service, home)
                .run("replay", "payment-service", "--from", "2026-11-20", "--dry-run", "--sale", "1/till-1");

        assertThat(result.exitCode()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(result.out()).contains("2 events of 1 sales, 49.00 NOK", "Nothing was changed");
        assertThat(service.requests().getFirst())
                .isEqualTo(
                        "POST /api/replays {\"target\":\"payment-service\",\"from\":\"2026-11-20T00:00:00Z\",\"dryRun\":true,"
                                + "\"reason\":\"dry run\",\"msn\":\"1\",\"saleId\":\"till-1\"}");
    }

    private static String real(String state) {
        return replay(state, false, 2).replace("\"id\":\"9\"", "\"id\":\"10\"");
    }

    @Test
    void what_was_shown_is_applied_when_somebody_agrees() {
        service.says("POST /api/replays", replay("running", true, 0))
                .says("GET /api/replays/9", replay("done", true, 2))
                .says("POST /api/replays/9/apply", real("running"))
                .says("GET /api/replays/10", real("done"));
        String[] words = {"replay", "payment-service", "--from", "1h", "--reason", "restored"};

        Kvitt.Result program = Kvitt.to(service, home).run(words);
        assertThat(program.exitCode()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(program.out()).contains("2 events of 1 sales, 49.00 NOK");
        assertThat(program.err()).contains("kvitt replay apply 9 --reason");
        assertThat(Kvitt.to(service, home).typing("n\n").run(words).exitCode()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(service.requests())
                .noneMatch(request -> request.contains("/apply") || request.contains("\"dryRun\":false"));

        Kvitt.Result person = Kvitt.to(service, home).typing("y\n").run(words);
        assertThat(person.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(person.err()).contains("2 events of 1 sales, 49.00 NOK", "Apply them?");
        assertThat(person.out()).contains("Replay 10 of payment-service is done: 2 000 messages read");
        assertThat(service.requests()).contains("POST /api/replays/9/apply {\"reason\":\"restored\"}");
    }

    @Test
    void a_program_applies_what_it_has_looked_at() {
        service.says("POST /api/replays/9/apply", real("running")).says("GET /api/replays/10", real("failed"));

        Kvitt.Result stopped = Kvitt.to(service, home).run("replay", "apply", "9", "--reason", "looked at");
        assertThat(stopped.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(stopped.out()).contains("Replay 10 of payment-service is failed", "the broker went away");
        assertThat(Kvitt.to(service, home).run("replay", "apply", "9").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_replay_ends_well_or_says_how() {
        service.says("POST /api/replays", replay("running", true, 0))
                .says("GET /api/replays/9", replay("done", true, 0))
                .says(
                        "GET /api/replays/9",
                        replay("failed", false, 0)
                                .replace("{\"id\"", "{\"lastFailure\":\"TimeoutException at x:7\",\"id\""));

        Kvitt.Result well =
                Kvitt.to(service, home).run("replay", "payment-service", "--from", "1h", "--reason", "restored");
        Kvitt.Result failed = Kvitt.to(service, home).run("replay", "show", "9");

        assertThat(well.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(well.out()).contains("is done: 2 000 messages read");
        assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.out())
                .contains("the broker went away", "had to wait, last because of TimeoutException at x:7");
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
                + (sales == 0
                        ? "[]"
                        : "[{\"currency\":\"NOK\",\"captured\":-100,\"refunded\":0,\"released\":250,\"apart\":450}]")
                + "}}";
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
        assertThat(program.out())
                .contains(
                        "is ready",
                        "1 sales differ from the live ledger; the new one has: -1.00 NOK captured, 2.50 NOK more released, 4.50 NOK elsewhere than in the live one");
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
    void one_that_did_not_come_to_its_end_is_no_agreement() {
        String nothing = "{\"id\":\"r-1\",\"state\":\"%s\",\"read\":12,\"sales\":0,\"failure\":\"the disk is full\"}";
        service.says("POST /api/rebuilds", rebuild("reading", 0))
                .says("GET /api/rebuilds/r-1", nothing.formatted("given-up"))
                .says("GET /api/rebuilds/r-1", nothing.formatted("failed"));

        Kvitt.Result givenUp = Kvitt.to(service, home).run("rebuild", "--swap", "--reason", "monthly");
        Kvitt.Result failed = Kvitt.to(service, home).run("rebuild", "show", "r-1");

        assertThat(givenUp.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(givenUp.out())
                .contains("r-1 is given-up", "was not compared")
                .doesNotContain("no sale differs");
        assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.err()).contains("the disk is full", "The live ledger is as it was");
        assertThat(service.requests()).noneMatch(request -> request.contains("/swap"));
    }

    @Test
    void a_dry_replay_of_the_ledger_is_a_rebuild_that_is_given_up_again() {
        service.says("POST /api/rebuilds/r-1/give-up", rebuild("given-up", 1));
        rebuilds(1);

        Kvitt.Result result = Kvitt.to(service, home).run("replay", "ledger", "--from", "24h", "--dry-run");

        assertThat(result.exitCode()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(result.out()).contains("r-1 is given-up", "1 sales differ", "The live ledger is as it was.");
        assertThat(result.err()).contains("--from changes nothing");
        assertThat(service.requests())
                .contains("POST /api/rebuilds/r-1/give-up {\"reason\":\"dry run\"}")
                .noneMatch(request -> request.contains("/swap"));
    }

    @Test
    void a_replay_of_the_ledger_takes_the_new_one_live() {
        rebuilds(0);

        Kvitt.Result result = Kvitt.to(service, home).run("replay", "ledger", "--reason", "restored");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).contains("r-1 is swapped", "no sale differs");
        assertThat(service.requests()).contains("POST /api/rebuilds/r-1/swap {\"reason\":\"restored\"}");
    }

    @Test
    void a_replay_of_the_ledger_that_differs_needs_somebody_who_agrees() {
        rebuilds(1);

        Kvitt.Result program = Kvitt.to(service, home).run("replay", "ledger", "--reason", "restored");
        assertThat(program.exitCode()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(program.out()).contains("r-1 is ready", "1 sales differ");
        assertThat(service.requests()).noneMatch(request -> request.contains("/swap"));

        Kvitt.to(service, home).typing("y\n").run("replay", "ledger", "--reason", "restored");
        assertThat(service.requests()).contains("POST /api/rebuilds/r-1/swap {\"reason\":\"restored\"}");
    }

    @Test
    void the_ledger_is_replayed_as_a_whole_and_with_a_reason() {
        for (String[] words : new String[][] {
            {"replay", "ledger", "--sale", "1/till-1", "--dry-run"},
            {"replay", "ledger", "--msn", "1", "--reason", "restored"},
            {"replay", "ledger", "--from", "yesterday", "--dry-run"},
            {"replay", "ledger", "--from", "24h"},
            {"replay", "webhook-gateway", "--from", "24h", "--dry-run"}
        }) {
            assertThat(Kvitt.to(service, home).run(words).exitCode())
                    .as(String.join(" ", words))
                    .isEqualTo(ExitCode.USAGE);
        }
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void a_silent_moment_of_the_service_ends_nothing() {
        service.says("POST /api/replays", replay("running", false, 0))
                .says("GET /api/replays/9", replay("running", false, 0))
                .refuses("GET /api/replays/9", 500, "broken", "Out of order.");

        Kvitt.Result result =
                Kvitt.to(service, home).run("replay", "payment-service", "--from", "1h", "--reason", "restored");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("Out of order.", "Replay 9 goes on at the service", "kvitt replay stop 9");
    }

    @Test
    void what_does_not_exist_is_not_said_to_go_on() {
        for (String word : new String[] {"replay", "rebuild"}) {
            Kvitt.Result result = Kvitt.to(service, home).run(word, "show", "no-such-id");

            assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(result.err()).contains("404").doesNotContain("goes on", "stop");
        }
    }
}
