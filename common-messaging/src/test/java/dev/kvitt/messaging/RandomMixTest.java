package dev.kvitt.messaging;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Crashing;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.Recorder;
import dev.kvitt.messaging.support.Replica;
import dev.kvitt.messaging.support.Sale;
import dev.kvitt.messaging.support.ServiceTest;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Run it again with {@code -Dseed=...} to have the same mix, as far as threads allow. */
class RandomMixTest extends ServiceTest {

    private static final Logger LOG = Logger.getLogger(RandomMixTest.class);
    private static final int STEPS = 400;
    private static final int SALES = 8;
    private static final int KILL_AT = 150;

    private final long seed = Long.getLong("seed", InstantSource.system().millis());
    private final Random random = new Random(seed);
    private final AtomicBoolean broken = new AtomicBoolean(true);
    private final Map<Integer, List<String>> said = new HashMap<>();

    @Test
    void whatever_is_repeated_cut_and_killed_each_sale_ends_as_its_till_said() throws Exception {
        LOG.infof("seed %d", seed);
        Crashing.createCalls(database);
        var child = Crashing.start(database, msn, service, "");
        var stays = startOne();
        var comesAndGoes = startOne();
        try {
            for (var step = 0; step < STEPS; step++) {
                if (step == KILL_AT) {
                    child.destroyForcibly();
                } else if (random.nextInt(100) == 0) {
                    comesAndGoes.close();
                    comesAndGoes = startOne();
                } else if (random.nextInt(40) == 0) {
                    cutSomeConnections();
                } else {
                    say(random.nextInt(SALES));
                }
                LockSupport.parkNanos(random.nextLong(10_000_000));
            }
        } finally {
            child.destroyForcibly();
        }
        say(0, "poison");
        Eventually.isTrue("parked", () -> database.parked(sale(0).key()));
        assertThat(database.number("select count(*) from entity where parked")).isEqualTo(1);
        broken.set(false);
        stays.unpark(sale(0).key());

        said.forEach((number, what) -> endedAsSaid(sale(number), what));
        readToTheEnd();
        nothingLeftToSend();
        allToldInOrder(
                said.keySet().stream().map(this::sale).collect(toMap(sale -> sale, sale -> database.history(sale.key())
                        .size())));
    }

    private Replica startOne() {
        Recorder handler = Crashing.handler(msn, broken::get);
        return start(handler, Crashing.runner(database), Map.of());
    }

    /** Mostly the next request, sometimes one of those before. */
    private void say(int number) {
        var before = said.computeIfAbsent(number, none -> new ArrayList<>());
        if (!before.isEmpty() && random.nextInt(4) == 0) {
            Broker.send(sale(number).confirmed(before.get(random.nextInt(before.size()))));
        } else {
            say(number, "r" + (before.size() + 1));
        }
    }

    private void say(int number, String what) {
        said.computeIfAbsent(number, none -> new ArrayList<>()).add(what);
        Broker.send(sale(number).confirmed(what));
    }

    private void cutSomeConnections() throws SQLException {
        try (var admin = database.admin();
                var sql = admin.createStatement()) {
            sql.execute(
                    """
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid() and random() < 0.5""");
        }
    }

    private void endedAsSaid(Sale sale, List<String> what) {
        Eventually.see(() -> {
            var history = database.history(sale.key());
            assertThat(history)
                    .as("seed %d", seed)
                    .filteredOn(each -> !each.contains(":") && !each.equals("call"))
                    .containsExactlyElementsOf(what);
            assertThat(history).filteredOn("timer:late"::equals).hasSize(what.contains("r1") ? 1 : 0);
            assertThat(history).filteredOn("call"::equals).hasSize(what.contains("r2") ? 1 : 0);
        });
    }

    private void readToTheEnd() {
        Eventually.see(() -> assertThat(database.offsets()).containsAllEntriesOf(Broker.ends(Recorder.READ)));
        assertThat(database.number("select (select count(*) from timer) + (select count(*) from task) "
                        + "+ (select count(*) from parked)"))
                .as("seed %d", seed)
                .isZero();
    }
}
