package dev.kvitt.payment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.events.Msn;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.payment.messaging.OnADatabase;
import dev.kvitt.payment.messaging.PaidSale;
import dev.kvitt.payment.store.HttpRequests.Known;
import dev.kvitt.registry.Registry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same request at the same moment at two processes, each with its own transaction. */
class HttpRequestsTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private static final String KEY = "123456/sale-00001";

    private final OnADatabase service = new OnADatabase(Registry.load(OnADatabase.SHOP));
    private final Transactions transactions = service.transactions();
    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        goOn.countDown();
        threads.close();
    }

    @Test
    void the_later_one_waits_and_hears_that_it_was_made_already() throws Exception {
        var first = inAnother(1, false);
        assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
        var second = CompletableFuture.supplyAsync(() -> take(1), threads);
        isHeldUp();
        goOn.countDown();

        assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(Known.NEW);
        assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(Known.SAME);
        assertThat(take(2)).isEqualTo(Known.OTHER);
        assertThat(service.number("select count(*) from http_request")).isEqualTo(1);
    }

    @Test
    void what_was_rolled_back_was_never_asked_for() throws Exception {
        var first = inAnother(1, true);
        assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
        var second = CompletableFuture.supplyAsync(() -> take(2), threads);
        isHeldUp();
        goOn.countDown();

        assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS)).hasRootCauseMessage("halted");
        assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(Known.NEW);
    }

    @Test
    void requests_are_forgotten_and_the_rest_stays() {
        take(1);
        service.later(Duration.ofDays(1));
        transactions.run(connection -> HttpRequests.take(connection, asked(UUID.randomUUID(), 1), service.now));
        transactions.run(connection -> {
            HttpRequests.forget(connection, service.now);
            return null;
        });
        assertThat(service.number("select count(*) from http_request")).isEqualTo(1);
    }

    @Test
    void what_was_applied_and_is_not_remembered_is_never_taken_again_neither_as_the_same_nor_as_another() {
        new PaidSale(service, "sale-00001").opened(5000);
        service.execute("update entity set applied = applied || '" + ID + "'::uuid");

        assertThat(take(1)).as("it would be dropped as applied before").isEqualTo(Known.DECIDED);
        assertThat(take(1)).as("the question before is not remembered").isEqualTo(Known.DECIDED);
        assertThat(service.number("select count(*) from http_request")).isZero();
        var another =
                transactions.run(connection -> HttpRequests.take(connection, asked(UUID.randomUUID(), 1), service.now));
        assertThat(another).isEqualTo(Known.NEW);
    }

    @Test
    void of_two_openings_the_one_that_was_accepted_last_is_on_its_way_until_it_was_applied() {
        var second = UUID.randomUUID();
        transactions.run(connection -> {
            HttpRequests.begin(connection, asked(ID, 1), true, service.now);
            HttpRequests.begin(connection, asked(second, 2), true, service.now);
            HttpRequests.begin(connection, asked(UUID.randomUUID(), 1), false, service.now);
            return null;
        });
        new PaidSale(service, "sale-00001").opened(99);
        service.execute("update entity set applied = applied || '" + ID + "'::uuid");
        assertThat(isOpeningOnItsWay()).as("only the first was refused").isTrue();

        service.execute("update entity set applied = applied || '" + second + "'::uuid");
        assertThat(isOpeningOnItsWay()).isFalse();
    }

    private boolean isOpeningOnItsWay() {
        return transactions
                .run(connection -> HttpRequests.sale(connection, KEY))
                .orElseThrow()
                .openingOnItsWay();
    }

    private CompletableFuture<Known> inAnother(int body, boolean halts) {
        return CompletableFuture.supplyAsync(
                () -> transactions.run(connection -> {
                    var known = HttpRequests.take(connection, asked(ID, body), service.now);
                    written.countDown();
                    try {
                        assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    if (halts) {
                        throw new IllegalStateException("halted");
                    }
                    return known;
                }),
                threads);
    }

    private Known take(int body) {
        return transactions.run(connection -> HttpRequests.take(connection, asked(ID, body), service.now));
    }

    /** PostgreSQL itself says that somebody waits for a lock. */
    private void isHeldUp() {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (service.number("select count(*) from pg_locks where not granted") == 0) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    private static HttpRequests.Asked asked(UUID id, int body) {
        return new HttpRequests.Asked(id, KEY, new Msn("123456"), "till-1", new byte[] {(byte) body});
    }
}
