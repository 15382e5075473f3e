package dev.kvitt.events.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service that has the keys, as good as it is that day. */
class RemoteKeysTest {

    private enum Mood {
        ANSWERS,
        HANGS,
        HANGS_IN_THE_BODY,
        REFUSES
    }

    /** Longer than any pause, so that a pause counted from before the call would be over already. */
    private static final Duration CALL = Duration.ofMinutes(10);

    private static final Duration TICK = Duration.ofMillis(1);
    private static final String KEYS = new JWKSet(DayKeys.generate(LocalDate.parse("2026-11-21"))).toString();

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private volatile Mood mood = Mood.ANSWERS;
    private HttpServer server;
    private RemoteKeys keys;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/keys", this::answer);
        server.start();
        var uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/keys");
        keys = new RemoteKeys(uri, null, () -> now, RemoteKeys.TIME_LIMIT);
    }

    @AfterEach
    void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void whileNothingIsRememberedAServiceThatHangsIsAskedAgainOnlyAfterAPause() {
        mood = Mood.HANGS;
        assertNoKeys();
        assertNoKeys();
        pass(RemoteKeys.RETRY.minus(TICK));
        assertNoKeys();
        assertThat(asked).hasValue(1);

        pass(TICK);
        assertNoKeys();
        assertThat(asked).hasValue(2);
        mood = Mood.ANSWERS;
        pass(RemoteKeys.RETRY);
        assertThat(keys.get().getKeys()).hasSize(1);
    }

    @Test
    void oldKeysServeWhileTheServiceHangsAndItIsAskedLessOften() {
        keys.get();
        mood = Mood.HANGS;
        pass(RemoteKeys.FRESH);
        assertThat(keys.get().getKeys()).hasSize(1);
        pass(RemoteKeys.RETRY.minus(TICK));
        assertThat(keys.get().getKeys()).hasSize(1);
        assertThat(asked).hasValue(2);

        pass(TICK);
        assertThat(keys.get().getKeys()).hasSize(1);
        assertThat(asked).hasValue(3);
    }

    @Test
    void anAnswerThatNeverEndsIsNotWaitedFor() {
        mood = Mood.HANGS_IN_THE_BODY;
        assertNoKeys();
        assertNoKeys();
        assertThat(asked).hasValue(1);
    }

    @Test
    void aServiceThatRefusesIsAskedAgainAfterAPause() {
        mood = Mood.REFUSES;
        assertNoKeys();
        assertNoKeys();
        assertThat(asked).hasValue(1);
        pass(RemoteKeys.RETRY);
        assertNoKeys();
        assertThat(asked).hasValue(2);
    }

    @Test
    void freshKeysAreNotAskedForAgain() {
        keys.get();
        pass(RemoteKeys.FRESH.minus(TICK));
        keys.get();
        assertThat(asked).hasValue(1);
        pass(TICK);
        keys.get();
        assertThat(asked).hasValue(2);
    }

    @Test
    void thePausesAndTheTimeLimitAreAsDescribed() {
        assertThat(RemoteKeys.TIME_LIMIT).isEqualTo(Duration.ofSeconds(2));
        assertThat(RemoteKeys.RETRY).isEqualTo(Duration.ofSeconds(5));
        assertThat(RemoteKeys.FRESH).isEqualTo(Duration.ofMinutes(5));
    }

    private void assertNoKeys() {
        assertThatExceptionOfType(NoSealingKeyException.class).isThrownBy(() -> keys.get());
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        var body = KEYS.getBytes(StandardCharsets.UTF_8);
        switch (mood) {
            case ANSWERS -> {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
            case REFUSES -> exchange.sendResponseHeaders(503, -1);
            case HANGS -> hang();
            case HANGS_IN_THE_BODY -> {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body, 0, 1);
                exchange.getResponseBody().flush();
                hang();
            }
        }
        exchange.close();
    }

    /** The clock goes on while somebody waits. */
    private void hang() {
        pass(CALL);
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
