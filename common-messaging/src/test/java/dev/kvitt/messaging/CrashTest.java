package dev.kvitt.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Crashing;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.Sale;
import dev.kvitt.messaging.support.ServiceTest;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashTest extends ServiceTest {

    private static final int SALES = 10;
    private static final int HALTED = 137;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inbox.before-commit",
                "inbox.after-commit",
                "outbox.after-send",
                "outbox.before-delete-commit",
                "timer.before-commit",
                "task.before-run",
                "task.after-run"
            })
    void a_process_halted_at_any_place_loses_nothing_and_does_nothing_twice(String place) throws Exception {
        Crashing.createCalls(database);
        for (var n = 1; n <= 5; n++) {
            for (var each = 1; each <= SALES; each++) {
                Broker.send(sale(each).confirmed("r" + n));
            }
        }
        var child = Crashing.start(database, msn, service, place);
        try {
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isEqualTo(HALTED);
        } finally {
            child.destroyForcibly();
        }
        // In another group, which need not wait until Kafka gives up the dead: where to read is in the database.
        start(Crashing.handler(msn, () -> true), Crashing.runner(database), Map.of("group.id", service + "-2"));
        for (var each = 1; each <= SALES; each++) {
            complete(sale(each));
        }
        nothingLeftToSend();
        allToldInOrder(each(1, SALES, 7));
        assertThat(database.column("select distinct key from call"))
                .as("every call was made at least once")
                .hasSize(SALES);
        assertThat(database.number("select count(*) from timer") + database.number("select count(*) from task"))
                .isZero();
        assertThat(database.number("select count(*) from parked")).isZero();
    }

    private void complete(Sale sale) {
        Eventually.see(() -> {
            var history = database.history(sale.key());
            assertThat(history).containsExactlyInAnyOrder("r1", "r2", "r3", "r4", "r5", "timer:late", "call");
            assertThat(history.stream().filter(what -> what.startsWith("r")))
                    .containsExactlyElementsOf(
                            Stream.of("r1", "r2", "r3", "r4", "r5").toList());
        });
    }
}
