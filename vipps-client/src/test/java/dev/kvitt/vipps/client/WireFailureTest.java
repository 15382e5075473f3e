package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.epayment.PaymentAnswer;
import dev.kvitt.vipps.client.http.Transport;
import dev.kvitt.vipps.client.testing.BrokenVipps;
import dev.kvitt.vipps.client.testing.BrokenVipps.Misbehaviour;
import dev.kvitt.vipps.client.testing.FakeVipps;
import dev.kvitt.vipps.client.testing.MutableClock;
import dev.kvitt.vipps.client.testing.Outcomes;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Before sending: certainly not done. After sending, without a whole answer: unknown. */
@Timeout(30)
class WireFailureTest {
    @Test
    void nobody_listening_is_busy_because_nothing_was_sent() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }

        assertNotSent(captureAt(URI.create("http://localhost:" + port)));
    }

    @Test
    void an_unknown_host_is_busy_because_nothing_was_sent() {
        assertNotSent(captureAt(URI.create("https://vipps.invalid")));
    }

    @Test
    void a_connection_that_does_not_open_in_time_is_busy_because_nothing_was_sent() throws IOException {
        try (FullBacklog full = new FullBacklog()) {
            assertNotSent(captureAt(full.uri()));
        }
    }

    @Test
    void a_closed_client_sends_nothing() {
        try (FakeVipps vipps = new FakeVipps()) {
            VippsClient client = Samples.impatientClient(vipps.uri(), new MutableClock());
            vipps.answer(Reply.json(200, Samples.payment(0, 0)));
            Outcomes.done(Samples.api(client).epayment().get(Samples.REFERENCE));
            client.close();

            assertNotSent(Samples.api(client).epayment().capture(Samples.REFERENCE, Samples.nok(1), Samples.KEY));
            assertThat(vipps.calls()).hasSize(1);
        }
    }

    @Test
    void a_reset_after_sending_is_unknown() {
        assertUnknown((socket, closed) -> socket.setSoLinger(true, 0));
    }

    @Test
    void a_connection_closed_without_an_answer_is_unknown() {
        assertUnknown((socket, closed) -> {});
    }

    @Test
    void no_answer_in_time_is_unknown() {
        assertUnknown((socket, closed) -> closed.await());
    }

    @Test
    void an_answer_whose_body_stalls_is_unknown() {
        assertUnknown((socket, closed) -> {
            BrokenVipps.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"aggregate\":");
            closed.await();
        });
    }

    @Test
    void an_answer_that_breaks_off_is_unknown() {
        assertUnknown((socket, closed) ->
                BrokenVipps.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"aggregate\":"));
    }

    @Test
    void an_answer_that_is_not_http_is_unknown() {
        assertUnknown((socket, closed) -> BrokenVipps.write(socket, "220 mail.example ESMTP\r\n\r\n"));
    }

    @Test
    void an_answer_longer_than_the_limit_is_unknown() {
        assertUnknown((socket, closed) -> {
            long length = Transport.MAX_ANSWER_BYTES + 1;
            BrokenVipps.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n");
            BrokenVipps.write(socket, " ".repeat((int) length));
            closed.await();
        });
    }

    @Test
    void a_caller_interrupted_while_waiting_does_not_know_and_stays_interrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicReference<Outcome<PaymentAnswer>> outcome = new AtomicReference<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        try (BrokenVipps vipps = new BrokenVipps((socket, closed) -> {
                    asked.countDown();
                    closed.await();
                });
                VippsClient client = Samples.client(vipps.uri(), new MutableClock())) {
            Thread caller = Thread.ofVirtual().start(() -> {
                outcome.set(Samples.api(client).epayment().capture(Samples.REFERENCE, Samples.nok(1), Samples.KEY));
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            caller.interrupt();

            assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(outcome.get()).isInstanceOf(Outcome.Unknown.class);
        }
    }

    @Test
    void a_caller_interrupted_before_sending_has_sent_nothing() throws Exception {
        CompletableFuture<Outcome<PaymentAnswer>> outcome = new CompletableFuture<>();
        try (BrokenVipps vipps = new BrokenVipps((socket, closed) -> {});
                VippsClient client = Samples.client(vipps.uri(), new MutableClock())) {
            Thread.ofVirtual().start(() -> {
                Thread.currentThread().interrupt();
                outcome.complete(
                        Samples.api(client).epayment().capture(Samples.REFERENCE, Samples.nok(1), Samples.KEY));
            });

            assertNotSent(outcome.get(10, TimeUnit.SECONDS));
            assertThat(vipps.calls()).isZero();
        }
    }

    private static void assertUnknown(Misbehaviour misbehaviour) {
        try (BrokenVipps vipps = new BrokenVipps(misbehaviour)) {
            assertThat(captureAt(vipps.uri())).isInstanceOf(Outcome.Unknown.class);
            assertThat(vipps.calls())
                    .as("a write is never repeated behind the caller's back")
                    .isEqualTo(1);
        }
    }

    private static void assertNotSent(Outcome<PaymentAnswer> outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Busy.class, busy -> {
            assertThat(busy.error().stage()).isEqualTo(VippsError.Stage.NOT_SENT);
            assertThat(busy.error().operatorSentence())
                    .startsWith("No answer: ")
                    .contains("moved no money");
        });
    }

    private static Outcome<PaymentAnswer> captureAt(URI uri) {
        try (VippsClient client = Samples.impatientClient(uri, new MutableClock())) {
            return Samples.api(client).epayment().capture(Samples.REFERENCE, Samples.nok(3000), Samples.KEY);
        }
    }
}
