package dev.kvitt.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.support.Backup;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.ServiceTest;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestoreTest extends ServiceTest {

    private static final int SALES = 5;

    @Test
    void a_database_restored_while_nothing_comes_in_is_read_up_again_without_a_push() {
        start();
        send(1, 5);
        applied(5);
        Backup.take(database);
        send(6, 10);
        applied(10);
        nothingLeftToSend();

        Backup.restore(database);
        applied(10);
        exactlyWhatWasForgottenWasReadAgain(5, 10);
    }

    @Test
    void a_database_restored_while_the_service_is_down_is_read_up_again_at_the_next_start() {
        var before = start();
        send(1, 5);
        applied(5);
        Backup.take(database);
        send(6, 10);
        applied(10);
        nothingLeftToSend();
        before.close();
        Backup.restore(database);

        start();
        applied(10);
        exactlyWhatWasForgottenWasReadAgain(5, 10);
    }

    @Test
    void a_database_restored_under_load_ends_as_if_nothing_had_been() {
        start();
        start();
        send(1, 5);
        applied(5);
        Backup.take(database);
        var load = CompletableFuture.runAsync(() -> send(6, 40));
        Eventually.isTrue("under way", () -> database.history(sale(1).key()).size() > 7);
        Backup.restore(database);
        load.join();

        applied(40);
        nothingLeftToSend();
        allToldInOrder(each(1, SALES, 40));
        assertThat(database.number("select count(*) from parked")).isZero();
    }

    private void send(int first, int last) {
        for (var n = first; n <= last; n++) {
            for (var each = 1; each <= SALES; each++) {
                Broker.send(sale(each).confirmed("r" + n));
            }
        }
    }

    private void applied(int last) {
        var all = IntStream.rangeClosed(1, last).mapToObj(n -> "r" + n).toArray(String[]::new);
        for (var each = 1; each <= SALES; each++) {
            happened(sale(each), all);
        }
    }

    private void exactlyWhatWasForgottenWasReadAgain(int kept, int last) {
        nothingLeftToSend();
        for (var each = 1; each <= SALES; each++) {
            for (var n = 1; n <= last; n++) {
                assertThat(handler.times(sale(each), "r" + n)).as("r" + n).isEqualTo(n <= kept ? 1 : 2);
            }
        }
        allToldInOrder(each(1, SALES, last));
    }
}
