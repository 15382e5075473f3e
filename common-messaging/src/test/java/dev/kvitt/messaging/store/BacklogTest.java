package dev.kvitt.messaging.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothing_waits_at_first() {
        assertThat(read()).isEqualTo(new Backlog(0, 0, 0, 0, 0));
    }

    @Test
    void what_waits_is_counted_and_what_a_person_is_to_see_to_is_counted_apart() {
        execute(
                """
                insert into outbox (topic, key, headers, value)
                values ('t', 'k', json_build_object('ce_time', now() - interval '1 hour'), ''),
                    ('t', 'k', json_build_object('ce_time', now()), '');
                insert into parked (key, event_id, topic, partition, "offset", headers, reason, parked_at)
                select 'parked', gen_random_uuid(), 't', 0, 0, '{}', 'bug', now() from generate_series(1, 3);
                insert into timer values ('parked', 'late', now() - interval '1 hour', false),
                    ('k', 'late', now() - interval '1 hour', false), ('k', 'after-log', now() - interval '1 hour', true),
                    ('k', 'soon', now(), true);
                insert into task (key, kind, body, not_before, leased_until)
                values ('k', 'a', '{}', now() - interval '1 hour', null),
                    ('k', 'b', '{}', now() - interval '1 hour', now() + interval '1 hour'),
                    ('k', 'c', '{}', now() + interval '1 hour', null)""");
        var read = read();
        assertThat(read.outbox()).isEqualTo(2);
        assertThat(read.outboxAgeSeconds()).isBetween(3600.0, 7200.0);
        assertThat(read.parked()).isEqualTo(1);
        assertThat(read.timersOverdue()).isEqualTo(2);
        assertThat(read.tasksOverdue()).isEqualTo(1);
    }

    private Backlog read() {
        return database.transactions().run(Backlog::read);
    }

    private void execute(String sql) {
        database.transactions().run(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }
}
