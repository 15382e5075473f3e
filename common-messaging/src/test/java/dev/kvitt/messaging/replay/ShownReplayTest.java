package dev.kvitt.messaging.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.Replica;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a dry run has shown is what a real replay applies; and what it has shown is kept, but not for ever. */
class ShownReplayTest extends ReplayingTest {

    private static final List<String> TABLES = List.of(
            "replay where id",
            "replay_found where replay",
            "replay_money where replay",
            "replay_position where replay");

    @Test
    void what_the_dry_run_has_not_shown_is_not_applied_until_another_one_has() {
        start();
        says(1, "r1", "r2");
        says(2, "r1", "r2");
        applied(1, 2);
        forget(sale(1));
        var shown = done(dryRun("")).id();
        forget(sale(2));

        var stopped = ended(real("", shown, 500));
        assertThat(stopped.state()).isEqualTo("failed");
        assertThat(stopped.why()).contains("did not show", sale(2).key(), "Have a new dry run done");
        assertThat(database.history(sale(2).key())).isEmpty();

        done(real("", 500));
        happened(sale(1), "r1", "r2");
        happened(sale(2), "r1", "r2");
    }

    @Test
    void only_a_dry_run_of_the_same_messages_that_was_done_within_a_day_has_shown_anything() {
        start();
        says(1, "r1");
        applied(1);
        var shown = done(dryRun(msn.value())).id();
        var real = done(real(msn.value(), shown, 500)).id();

        assertThat(wasShown(replay(msn.value(), shown, 500))).isTrue();
        assertThat(wasShown(replay("", shown, 500))).isFalse();
        assertThat(wasShown(replay(msn.value(), real, 500))).isFalse();
        assertThat(wasShown(replay(msn.value(), null, 500))).isFalse();
        assertThat(wasShown(replay(msn.value(), UUID.randomUUID(), 500))).isFalse();
        database.execute("update replay set from_time = from_time - interval '1 second'");
        assertThat(wasShown(replay(msn.value(), shown, 500))).isFalse();
        database.execute("update replay set from_time = from_time + interval '1 second'");
        database.execute("update replay set finished_at = finished_at - interval '25 hours'");
        assertThat(wasShown(replay(msn.value(), shown, 500))).isFalse();
    }

    @Test
    void what_runs_or_was_stopped_has_not_shown_all() {
        start().close();
        var running = dryRun("");
        assertThat(wasShown(replay("", running, 500))).isFalse();
        assertThat((boolean) in(connection -> ReplayRows.stop(connection, running)))
                .isTrue();
        assertThat(wasShown(replay("", running, 500))).isFalse();
    }

    @Test
    void a_replay_goes_with_all_that_it_found_thirty_days_after_its_end() {
        var live = start();
        says(1, "r1", "r2");
        applied(1);
        forget(sale(1));
        var old = done(dryRun("")).id();
        var young = done(dryRun("")).id();
        live.close();
        ended(old, 31);
        ended(young, 29);
        assertThat(TABLES).allSatisfy(table -> assertThat(rows(table, old)).isPositive());

        var replayer = Replica.replayer(service, database, handler);
        replayer.start();
        try {
            Eventually.see(() -> assertThat(TABLES)
                    .allSatisfy(table -> assertThat(rows(table, old)).isZero()));
        } finally {
            replayer.close();
        }
        assertThat(TABLES).allSatisfy(table -> assertThat(rows(table, young)).isPositive());
        assertThat(find(young).notApplied().events()).isEqualTo(2);
    }

    private void ended(UUID id, int daysAgo) {
        database.execute("update replay set finished_at = clock_timestamp() - interval '%d days' where id = '%s'"
                .formatted(daysAgo, id));
    }

    private long rows(String table, UUID id) {
        return database.number("select count(*) from %s = '%s'".formatted(table, id));
    }

    private boolean wasShown(Replay real) {
        return in(connection -> ReplayRows.wasShown(connection, real));
    }
}
