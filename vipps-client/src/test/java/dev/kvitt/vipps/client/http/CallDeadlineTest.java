package dev.kvitt.vipps.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.CallWatcher;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.VippsEnvironment;
import dev.kvitt.vipps.client.VippsError.Stage;
import dev.kvitt.vipps.client.epayment.EPayment;
import dev.kvitt.vipps.client.epayment.HttpEPayment;
import dev.kvitt.vipps.client.epayment.PaymentAnswer;
import dev.kvitt.vipps.client.testing.FakeVipps;
import dev.kvitt.vipps.client.testing.MutableClock;
import dev.kvitt.vipps.client.testing.Outcomes;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call is over when its time is, however slowly Vipps refuses tokens and keys: a worker that makes it has a task for so long only. */
@Timeout(30)
class CallDeadlineTest {
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final Reply UNAUTHORIZED = Reply.json(401, "{\"statusCode\":401,\"message\":\"Unauthorized\"}");

    private final AtomicLong nanos = new AtomicLong();
    private final CountDownLatch over = new CountDownLatch(1);
    private final FakeVipps vipps = new FakeVipps();
    private final MutableClock clock = new MutableClock();
    private final VippsEnvironment environment =
            new VippsEnvironment(vipps.uri(), Duration.ofSeconds(1), LIMIT, Samples.SYSTEM);
    private final Transport transport = new Transport(environment);
    private final EPayment payments = new HttpEPayment(KeyedCalls.of(
            environment,
            Samples.keys(),
            new GuardedTransport("123456", transport, CallWatcher.NOBODY, environment.circuit(), clock),
            clock,
            nanos::get));

    @BeforeEach
    void haveAToken() {
        var number = new AtomicInteger();
        vipps.answerTokens(request -> Reply.token("token-" + number.incrementAndGet(), 3600));
        vipps.answer(Reply.json(200, Samples.payment(0, 0)));
        Outcomes.done(payments.get(Samples.REFERENCE));
    }

    @AfterEach
    void stop() {
        over.countDown();
        transport.close();
        vipps.close();
    }

    @Test
    void a_capture_that_is_sent_again_after_a_slow_401_is_given_only_what_is_left_of_its_time() {
        vipps.answer(request -> carriesTheFirstToken(request) ? after(1900, UNAUTHORIZED) : never());

        assertThat(capture()).isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.why())
                .isEqualTo("no complete answer within 2100 ms"));
        assertThat(vipps.calls()).as("a reading and two tries").hasSize(3);
    }

    @Test
    void a_capture_whose_401_took_most_of_its_time_is_not_sent_again_and_told_as_sent_and_answered_401() {
        vipps.answer(request -> after(2001, UNAUTHORIZED));

        assertRefusedFor401OfTheCall();
        assertThat(vipps.calls()).as("a reading and one try").hasSize(2);
    }

    @Test
    void slow_401s_under_both_keys_end_with_the_calls_time_and_still_tell_of_the_keys() {
        vipps.answer(request -> after(1600, UNAUTHORIZED));

        assertRefusedFor401OfTheCall();
        assertThat(vipps.calls()).as("a reading and two of three tries").hasSize(3);
    }

    @Test
    void a_401_stands_where_the_fresh_token_came_too_late_to_send_again() {
        vipps.answer(UNAUTHORIZED);
        vipps.answerTokens(request -> after(2001, Reply.token("token-2", 3600)));

        assertRefusedFor401OfTheCall();
        assertThat(vipps.calls()).as("a reading and one try").hasSize(2);
    }

    @Test
    void a_401_stands_where_no_fresh_token_came_in_the_calls_time() {
        vipps.answer(UNAUTHORIZED);
        vipps.answerTokens(request -> after(LIMIT.toMillis(), Reply.json(500, "{}")));

        assertRefusedFor401OfTheCall();
    }

    @Test
    void a_capture_that_waited_for_its_token_most_of_its_time_is_not_sent_and_the_next_has_all_of_its_time() {
        clock.advance(Duration.ofHours(2));
        vipps.answerTokens(request -> after(2001, Reply.token("slow", 3600)));

        assertThat(Outcomes.busy(capture()).error().stage()).isEqualTo(Stage.NOT_SENT);
        assertThat(vipps.calls()).as("a reading").hasSize(1);
        Outcomes.done(capture());
        assertThat(vipps.tokenRequests()).as("the slow token was kept").hasSize(2);
    }

    @Test
    void a_capture_that_waited_for_its_token_half_of_its_time_is_sent() {
        clock.advance(Duration.ofHours(2));
        vipps.answerTokens(request -> after(2000, Reply.token("slow", 3600)));

        Outcomes.done(capture());
    }

    @Test
    void no_request_is_sent_that_would_be_cut_off_before_it_is_known_whether_there_is_a_connection() {
        var deadline = Deadline.in(LIMIT, Duration.ofSeconds(3), nanos::get);

        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(deadline.leavesTime()).isTrue();
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(deadline.leavesTime()).isFalse();
    }

    @Test
    void quick_401s_under_both_keys_are_told_as_before() {
        vipps.answer(UNAUTHORIZED);

        assertThat(capture()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whoever_waits_for_a_token_that_somebody_else_asked_for_waits_no_longer_than_the_own_time() {
        var tokens = new AccessTokens(this::noToken, clock, Duration.ofSeconds(1));

        assertThat(tokens.current(Deadline.in(Duration.ofMillis(50), Duration.ofMillis(20), nanos::get)))
                .isInstanceOfSatisfying(
                        TokenResult.Unavailable.class,
                        result -> assertThat(result.error().stage()).isEqualTo(Stage.ACCESS_TOKEN));
    }

    private TokenResult noToken() {
        never();
        return new TokenResult.Unavailable(
                dev.kvitt.vipps.client.VippsError.notSent(Stage.ACCESS_TOKEN, "the test is over"), Optional.empty());
    }

    private Outcome<PaymentAnswer> capture() {
        return payments.capture(Samples.REFERENCE, Samples.nok(3000), Samples.KEY);
    }

    /** It counts among the requests that Vipps has had, and an operator hears of the keys. */
    private void assertRefusedFor401OfTheCall() {
        assertThat(capture()).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.error().stage()).isEqualTo(Stage.CALL);
            assertThat(refused.error().isAboutCredentials()).isTrue();
        });
    }

    private static boolean carriesTheFirstToken(Received request) {
        return request.header("Authorization").contains("Bearer token-1");
    }

    private Reply after(long millis, Reply reply) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
        return reply;
    }

    private Reply never() {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return UNAUTHORIZED;
    }
}
