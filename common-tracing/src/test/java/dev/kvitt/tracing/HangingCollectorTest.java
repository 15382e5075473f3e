package dev.kvitt.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.SpanKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With the settings and the exporter that services have. */
class HangingCollectorTest {

    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    /** More than the queue holds. */
    private static final int MANY = 10_000;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answers = new CountDownLatch(1);
    private HttpServer server;

    @AfterEach
    void stop() {
        answers.countDown();
        server.stop(0);
        Tracing.collect(null);
        settings().keySet().forEach(System::clearProperty);
    }

    private Map<String, String> settings() {
        return Map.of(
                "otel.exporter.otlp.endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "otel.bsp.schedule.delay",
                "10");
    }

    @Test
    @Timeout(60)
    void a_collector_that_hangs_costs_spans_and_keeps_nobody_waiting() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            asked.countDown();
            try {
                answers.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        settings().forEach(System::setProperty);
        assertThat(Collector.isNamed(Collector::setting)).isTrue();
        var sdk = Collector.open("test-service", "1");
        Tracing.collect(sdk.getTracer("test"));

        Tracing.begin(SpanKind.INTERNAL, "task", TRACEPARENT).close();
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        for (var n = 0; n < MANY; n++) {
            Tracing.begin(SpanKind.INTERNAL, "task", TRACEPARENT).close();
        }
        assertThat(answers.getCount())
                .as("all that has ended while nobody answered")
                .isEqualTo(1);
        answers.countDown();
        sdk.close();
    }
}
