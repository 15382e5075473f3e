package dev.kvitt.messaging.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.replay.Replay.NotApplied;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.Recorder;
import dev.kvitt.messaging.support.Replica;
import dev.kvitt.messaging.support.Sale;
import dev.kvitt.messaging.support.ServiceTest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** A service that has topics read again. */
abstract class ReplayingTest extends ServiceTest {

    static final InstantSource CLOCK = InstantSource.system();
    static final NotApplied NOTHING = new NotApplied(0, 0, List.of());

    /** What a test says is said later. */
    final Instant begin = CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);

    void says(int number, String... requests) {
        for (var request : requests) {
            Broker.send(sale(number).confirmed(request));
        }
    }

    void applied(int... numbers) {
        for (var number : numbers) {
            Eventually.see(
                    () -> assertThat(database.history(sale(number).key())).isNotEmpty());
        }
        readToTheEnd();
    }

    void readToTheEnd() {
        Eventually.see(() -> assertThat(database.offsets()).containsAllEntriesOf(Broker.ends(Recorder.READ)));
    }

    /** As if its row had never been. */
    void forget(Sale sale) {
        database.execute("delete from entity where key = '%s'".formatted(sale.key()));
        database.execute("delete from timer where key = '%s'".formatted(sale.key()));
    }

    void leaseIsOver() {
        database.execute("update replay set leased_until = clock_timestamp() - interval '1 second'");
    }

    Replay replay(String prefix, UUID dryRun, int rate) {
        var now = CLOCK.instant().truncatedTo(ChronoUnit.MICROS);
        return new Replay(
                UUID.randomUUID(),
                begin,
                prefix,
                dryRun == null,
                dryRun,
                rate,
                "operator-7",
                "to be sure",
                "running",
                null,
                null,
                null,
                0,
                0,
                NOTHING,
                0,
                now,
                null);
    }

    UUID dryRun(String prefix) {
        return order(replay(prefix, null, Replay.RATE));
    }

    /** After a dry run that is done, whether or not a process of the service runs. */
    UUID real(String prefix, int rate) {
        return real(prefix, shown(prefix), rate);
    }

    UUID real(String prefix, UUID dryRun, int rate) {
        return order(replay(prefix, dryRun, rate));
    }

    /** A dry run that is done. */
    UUID shown(String prefix) {
        var replayer = Replica.replayer(service, database, handler);
        replayer.start();
        try {
            return done(dryRun(prefix)).id();
        } finally {
            replayer.close();
        }
    }

    private UUID order(Replay replay) {
        assertThat((boolean) in(connection -> ReplayRows.insert(connection, replay)))
                .isTrue();
        return replay.id();
    }

    Replay ended(UUID id) {
        Eventually.see(() -> assertThat(find(id).state()).isNotEqualTo("running"));
        return find(id);
    }

    Replay done(UUID id) {
        Eventually.see(() -> assertThat(find(id).state()).isEqualTo("done"));
        return find(id);
    }

    Replay find(UUID id) {
        return in(connection -> ReplayRows.find(connection, id)).orElseThrow();
    }

    <T> T in(Transactions.Work<T> work) {
        return database.transactions().run(work);
    }
}
