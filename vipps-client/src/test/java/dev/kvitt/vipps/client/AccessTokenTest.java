package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.epayment.PaymentAnswer;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTokenTest extends VippsTest {
    private static final int CALLERS = 50;

    private final CountDownLatch started = new CountDownLatch(CALLERS);

    @BeforeEach
    void answerPayments() {
        vipps.answer(Reply.json(200, Samples.payment(0, 0)));
    }

    @Test
    void a_token_is_used_for_its_life_less_a_minute() {
        vipps.answerTokens(request -> Reply.token("token-1", 3600));

        read();
        clock.advance(Duration.ofSeconds(3539));
        read();
        assertThat(vipps.tokenRequests()).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        read();
        assertThat(vipps.tokenRequests()).hasSize(2);
    }

    @Test
    void sales_units_share_no_token_and_asking_twice_for_one_shares_it() {
        SalesUnitKeys other =
                new SalesUnitKeys(new MerchantSerialNumber("654321"), "id-2", "secret-2", List.of("key-2"));

        client.forSalesUnit(Samples.keys()).epayment().get(Samples.REFERENCE);
        client.forSalesUnit(Samples.keys()).epayment().get(Samples.REFERENCE);
        client.forSalesUnit(other).epayment().get(Samples.REFERENCE);

        assertThat(vipps.tokenRequests())
                .extracting(request -> request.header("Client_id").getFirst())
                .containsExactly("the-client-id", "id-2");
    }

    @Test
    void changed_keys_count_at_once() {
        read();
        SalesUnitKeys changed = new SalesUnitKeys(
                Samples.keys().msn(),
                "the-client-id",
                "a-new-secret",
                Samples.keys().subscriptionKeys());

        client.forSalesUnit(changed).epayment().get(Samples.REFERENCE);

        assertThat(vipps.tokenRequests().getLast().header("Client_secret")).containsExactly("a-new-secret");
    }

    @Test
    void fifty_callers_at_once_cause_one_token_request() throws Exception {
        vipps.answerTokens(request -> onceAllCallersHaveStarted(Reply.token("token-1", 3600)));

        readAtOnce();

        assertThat(vipps.tokenRequests()).hasSize(1);
        assertThat(vipps.calls()).hasSize(CALLERS);
    }

    @Test
    void a_token_vipps_no_longer_accepts_is_replaced_once_for_all_callers() throws Exception {
        giveNumberedTokens();
        read();
        vipps.answer(request -> carries(request, "token-1")
                ? Reply.json(401, "{\"statusCode\":401,\"message\":\"Unauthorized\"}")
                : Reply.json(200, Samples.payment(0, 0)));

        readAtOnce();

        assertThat(vipps.tokenRequests()).hasSize(2);
    }

    @Test
    void the_repeat_after_a_401_has_the_same_key_and_body() {
        giveNumberedTokens();
        vipps.answer(request ->
                carries(request, "token-1") ? Reply.json(401, "") : Reply.json(200, Samples.payment(3000, 0)));

        Outcome<PaymentAnswer> outcome = api.epayment().capture(Samples.REFERENCE, Samples.nok(3000), Samples.KEY);

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(vipps.calls()).hasSize(2);
        assertThat(vipps.calls().getFirst().body())
                .isEqualTo(vipps.calls().getLast().body());
        assertThat(vipps.calls())
                .allSatisfy(call -> assertThat(call.header("Idempotency-key")).containsExactly(Samples.KEY.value()));
    }

    @Test
    void a_401_that_stays_is_refused_for_the_operator_after_one_refresh() {
        vipps.answer(Reply.json(401, "{\"message\":\"Access denied due to invalid subscription key\"}"));

        Outcome<PaymentAnswer> outcome = api.epayment().get(Samples.REFERENCE);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.error().isAboutCredentials()).isTrue();
            assertThat(refused.error().operatorSentence())
                    .contains("keys were not accepted")
                    .contains("no money");
        });
        assertThat(vipps.calls()).hasSize(2);
        assertThat(vipps.tokenRequests()).hasSize(2);
    }

    private void giveNumberedTokens() {
        AtomicInteger number = new AtomicInteger();
        vipps.answerTokens(request -> Reply.token("token-" + number.incrementAndGet(), 3600));
    }

    private static boolean carries(Received request, String token) {
        return request.header("Authorization").contains("Bearer " + token);
    }

    private void read() {
        assertThat(api.epayment().get(Samples.REFERENCE)).isInstanceOf(Outcome.Done.class);
    }

    private Reply onceAllCallersHaveStarted(Reply reply) {
        try {
            assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
            return reply;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private void readAtOnce() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Outcome<PaymentAnswer>> call = () -> {
                started.countDown();
                return api.epayment().get(Samples.REFERENCE);
            };
            for (var outcome : callers.invokeAll(
                    IntStream.range(0, CALLERS).mapToObj(i -> call).toList())) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Done.class);
            }
        }
    }
}
