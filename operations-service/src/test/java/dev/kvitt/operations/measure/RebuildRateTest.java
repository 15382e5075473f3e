package dev.kvitt.operations.measure;

import com.sun.management.OperatingSystemMXBean;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.TopicUser;
import dev.kvitt.local.test.TestParts;
import dev.kvitt.messaging.store.JdbcTransactions;
import dev.kvitt.operations.messaging.RebuildLoop;
import dev.kvitt.operations.store.ByHand;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.Stories;
import dev.kvitt.operations.support.Tables;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How fast the ledger is rebuilt. Measures only: {@code -Dledger.rate=SALES -Dtest=RebuildRateTest}, and {@code -Dtest.jit=-XX:+UseSerialGC}
 * for a JVM that compiles as in production. What is rebuilt becomes live before the next rebuild: the first stands beside an empty
 * ledger, the second beside a full one, and those behind it have a full one to clear.
 */
@EnabledIfSystemProperty(named = "ledger.rate", matches = "[0-9]+")
class RebuildRateTest {

    private static final int SALES = Integer.getInteger("ledger.rate", 0);
    private static final int TIMES = Integer.getInteger("ledger.rate.times", 3);
    private static final Duration LONG = Duration.ofMinutes(30);
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final String bootstrap = TestParts.kafka().bootstrap();
    private Pool pool;
    private Tables tables;

    /** @param processor what this JVM has used, in nanoseconds */
    private record Mark(long nanos, long processor) {

        static Mark now() {
            return new Mark(System.nanoTime(), SYSTEM.getProcessCpuTime());
        }

        String since(Mark before, int messages) {
            var took = nanos - before.nanos;
            return "%d ms, %d messages/s, %d µs of this JVM's processor each"
                    .formatted(
                            TimeUnit.NANOSECONDS.toMillis(took),
                            messages * TimeUnit.SECONDS.toNanos(1) / took,
                            TimeUnit.NANOSECONDS.toMicros((processor - before.processor) / messages));
        }
    }

    @BeforeEach
    void open() {
        var database = TestParts.postgres().freshDatabase("operations");
        pool = new Pool(database);
        Flyway.configure()
                .dataSource(pool.source())
                .locations("classpath:db/messaging", "classpath:db/operations")
                .load()
                .migrate();
        tables = new Tables(new JdbcTransactions(pool.source()));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void measure() throws Exception {
        var messages = send();
        var parts = ByHand.on(pool.source());
        var loop = new RebuildLoop(
                parts.steps(),
                parts.work(),
                parts.folding(),
                parts.carrying(),
                parts.comparison(),
                parts.lanes(),
                Map.of("bootstrap.servers", bootstrap),
                TopicUser.OPERATIONS_SERVICE.reads(List.of()));
        loop.start();
        try {
            for (var time = 1; time <= TIMES; time++) {
                rebuild(time, messages);
            }
        } finally {
            loop.close();
        }
    }

    private void rebuild(int time, int messages) {
        tables.run(
                """
                insert into rebuild (id, state, target, asked_by, reason, started_at)
                select gen_random_uuid(), 'reading', case live when 'ledger_a' then 'ledger_b' else 'ledger_a' end,
                    'test', 'measured', now() from ledger_state""");
        var begun = until("begun", "owner is not null");
        var cleared = until("cleared", "cleared");
        var read = until("read", "state <> 'reading'");
        var folded = until("folded", "folded_to is null");
        var ready = until("ready", "state = 'ready'");
        System.out.printf(
                "Rebuild %d, %d messages of %d sales, differences %s, load %.1f%n whole: %s%n clear: %s%n read and carry: %s%n"
                        + " fold: %s%n compare: %s%n",
                time,
                messages,
                SALES,
                tables.texts("select differences::text from rebuild where finished_at is null"),
                SYSTEM.getSystemLoadAverage(),
                ready.since(begun, messages),
                cleared.since(begun, messages),
                read.since(cleared, messages),
                folded.since(read, messages),
                ready.since(folded, messages));
        tables.run(
                "update ledger_state set live = r.target from rebuild r where r.finished_at is null",
                "update rebuild set state = 'swapped', finished_at = now() where finished_at is null");
    }

    private Mark until(String what, String condition) {
        Eventually.holds(LONG, what, () -> {
            var found = tables.texts("select coalesce(failure, (" + condition
                    + ")::text) from rebuild order by started_at desc limit 1");
            if (!List.of("true", "false").contains(found.getFirst())) {
                throw new AssertionError(found.getFirst());
            }
            return found.getFirst().equals("true");
        });
        return Mark.now();
    }

    private int send() throws Exception {
        var sent = new ArrayList<Future<RecordMetadata>>();
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrap, "linger.ms", "20");
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var number = 1; number <= SALES; number++) {
                for (var event : Stories.vending("123456", "rate-" + number).events()) {
                    var headers = new RecordHeaders();
                    EventCodec.headers(event)
                            .forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
                    var key = event.key().getBytes(StandardCharsets.UTF_8);
                    sent.add(producer.send(
                            new ProducerRecord<>(event.topic(), null, key, EventCodec.value(event.data()), headers)));
                }
            }
            for (var each : sent) {
                each.get();
            }
        }
        return sent.size();
    }
}
