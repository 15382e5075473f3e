package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.epayment.PaymentAnswer;
import dev.kvitt.vipps.client.testing.CapturedLog;
import dev.kvitt.vipps.client.testing.Outcomes;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vipps gives two subscription keys so that one can be changed while the other works. */
class SubscriptionKeysTest extends VippsTest {
    private static final String FIRST = "the-subscription-key";
    private static final String SECOND = "the-second-key";
    private static final Reply UNAUTHORIZED = Reply.json(401, "{\"statusCode\":401,\"message\":\"Access denied\"}");

    private final Set<String> dead = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void answerByTheKey() {
        vipps.answerTokens(request -> isDead(request) ? UNAUTHORIZED : Reply.token("token-of-" + key(request), 3600));
        vipps.answer(request -> isDead(request) || !carriesItsOwnToken(request)
                ? UNAUTHORIZED
                : Reply.json(200, Samples.payment(3000, 0)));
    }

    @Test
    void a_capture_goes_on_with_the_other_key_under_the_same_idempotency_key() {
        dead.add(FIRST);

        Outcomes.done(capture());

        assertThat(vipps.onlyCall().header("Ocp-apim-subscription-key")).containsExactly(SECOND);
        assertThat(vipps.onlyCall().header("Idempotency-key")).containsExactly(Samples.KEY.value());
    }

    @Test
    void a_key_that_dies_while_its_token_lives_is_given_up_and_the_operation_repeated_as_it_was() {
        Outcomes.done(capture());
        dead.add(FIRST);

        Outcomes.done(capture());

        assertThat(vipps.calls())
                .extracting(call -> key(call) + " " + call.header("Idempotency-key") + " " + call.body())
                .hasSize(3)
                .endsWith(asSent(FIRST), asSent(SECOND));
    }

    @Test
    void the_key_that_worked_is_used_from_then_on_and_the_operator_is_told_once_without_it() {
        dead.add(FIRST);
        try (CapturedLog log = new CapturedLog("dev.kvitt.vipps.client")) {
            Outcomes.done(capture());
            Outcomes.done(capture());
            Outcomes.done(capture());

            assertThat(log.lines())
                    .filteredOn(line -> line.contains("no longer accepts subscription key 1 of 123456"))
                    .hasSize(1);
            assertThat(log.lines()).noneMatch(line -> line.contains(FIRST) || line.contains(SECOND));
        }
        assertThat(vipps.tokenRequests()).extracting(SubscriptionKeysTest::key).containsExactly(FIRST, SECOND);
    }

    @Test
    void keys_can_be_changed_one_after_the_other() {
        dead.add(FIRST);
        Outcomes.done(capture());
        dead.remove(FIRST);
        dead.add(SECOND);
        clock.advance(VippsEnvironment.DEFAULT_TOKEN_PAUSE);

        Outcomes.done(capture());

        assertThat(key(vipps.calls().getLast())).isEqualTo(FIRST);
    }

    @Test
    void two_dead_keys_are_refused_after_a_bounded_number_of_sends() {
        Outcomes.done(capture());
        dead.add(FIRST);
        Outcomes.done(capture());
        int before = vipps.calls().size();
        vipps.answerTokens(request -> Reply.token("token-of-" + key(request), 3600));
        dead.add(SECOND);
        clock.advance(VippsEnvironment.DEFAULT_TOKEN_PAUSE);

        assertThat(capture()).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(
                        refused.error().isAboutCredentials())
                .isTrue());
        assertThat(vipps.calls().size() - before).isBetween(2, 4);
    }

    @Test
    void a_lost_answer_under_the_other_key_is_unknown() {
        dead.add(FIRST);
        vipps.answer(Reply.json(503, ""));

        assertThat(capture()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_rotation_under_load_refuses_no_call() throws Exception {
        int callers = 40;
        int callsEach = 25;
        CountDownLatch halfWay = new CountDownLatch(callers * callsEach / 2);
        Callable<List<Outcome<PaymentAnswer>>> caller = () -> {
            List<Outcome<PaymentAnswer>> outcomes = new ArrayList<>();
            for (int i = 0; i < callsEach; i++) {
                outcomes.add(capture());
                halfWay.countDown();
            }
            return outcomes;
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Outcome<PaymentAnswer>>>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(caller));
            }
            halfWay.await();
            dead.add(FIRST);
            for (Future<List<Outcome<PaymentAnswer>>> each : running) {
                assertThat(each.get()).hasSize(callsEach).allMatch(Outcome.Done.class::isInstance);
            }
        }
        assertThat(vipps.tokenRequests().size())
                .as("one token under each key, and one refusal")
                .isLessThanOrEqualTo(3);
    }

    private static String asSent(String key) {
        return key + " [" + Samples.KEY + "] {\"modificationAmount\":{\"value\":3000,\"currency\":\"NOK\"}}";
    }

    private boolean isDead(Received request) {
        return dead.contains(key(request));
    }

    private static boolean carriesItsOwnToken(Received request) {
        return request.header("Authorization").contains("Bearer token-of-" + key(request));
    }

    private static String key(Received request) {
        return request.header("Ocp-apim-subscription-key").getFirst();
    }

    private Outcome<PaymentAnswer> capture() {
        return api.epayment().capture(Samples.REFERENCE, Samples.nok(3000), Samples.KEY);
    }
}
