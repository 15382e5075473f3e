package dev.kvitt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.gateway.vipps.Upkeep;
import dev.kvitt.gateway.world.AllTopics;
import dev.kvitt.gateway.world.Bodies;
import dev.kvitt.gateway.world.FakeVipps;
import dev.kvitt.gateway.world.GatewayTest;
import dev.kvitt.gateway.world.GatewayWorld;
import dev.kvitt.gateway.world.HostileRequests;
import dev.kvitt.gateway.world.HostileRequests.Hostile;
import dev.kvitt.gateway.world.Webhook;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** R14: whatever strangers send, nothing is accepted, nothing is answered 5xx, and the next genuine webhook is taken. */
@QuarkusTest
@GatewayTest
class HostileEdgeTest {

    private static final int CASES = 1_000;
    /** The others are cut off, most of them for lengths that cannot be. */
    private static final int LEAST_ANSWERED = CASES / 2;

    private static final int AT_ONCE = 32;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([2-5][0-9]{2})");

    FakeVipps vipps;

    @Inject
    Upkeep upkeep;

    @TestHTTPResource
    URI address;

    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void of_a_thousand_hostile_requests_none_is_accepted_and_none_answered_5xx() throws Exception {
        upkeep.round();
        var seed = Long.getLong("hostile.seed", 14);
        System.out.println("hostile requests from seed " + seed);
        var body = Bodies.authorized(GatewayWorld.MSN, "sale-1414-1");
        var requests = new HostileRequests(seed, vipps, body);
        var calls = new ArrayList<Callable<Optional<String>>>();
        for (var i = 0; i < CASES; i++) {
            var hostile = requests.next();
            calls.add(() -> wrong(hostile));
        }
        try (var topics = new AllTopics();
                var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var wrong = new ArrayList<String>();
            for (var call : threads.invokeAll(calls)) {
                call.get().ifPresent(wrong::add);
            }
            assertThat(wrong).isEmpty();
            assertThat(refused.get()).isGreaterThan(LEAST_ANSWERED);
            assertThat(topics.written()).isEmpty();
            assertThat(Webhook.to(vipps.payments(), body).post()).isEqualTo(200);
            assertThat(topics.written()).hasSize(1);
        }
    }

    /** What was answered, where it was something else than a no. */
    private Optional<String> wrong(Hostile hostile) throws IOException {
        var statuses = statuses(hostile.request());
        refused.addAndGet(statuses.isEmpty() ? 0 : 1);
        return statuses.stream()
                .filter(status -> status < 300 || status >= 500)
                .findFirst()
                .map(status -> status + " to " + hostile.what());
    }

    /** Empty when the connection was cut off, which is a no as well. */
    private List<Integer> statuses(byte[] request) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var answer = new StringBuilder();
            try {
                socket.getOutputStream().write(request);
                var some = new byte[1_000];
                var read = socket.getInputStream().read(some);
                answer.append(read < 0 ? "" : new String(some, 0, read, StandardCharsets.ISO_8859_1));
            } catch (SocketTimeoutException | SocketException cutOff) {
                // Nothing was accepted.
            }
            return STATUS.matcher(answer)
                    .results()
                    .map(found -> Integer.valueOf(found.group(1)))
                    .toList();
        }
    }
}
