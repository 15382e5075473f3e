package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.Circuit.Kind;
import dev.kvitt.vipps.client.Circuit.State;
import dev.kvitt.vipps.client.testing.CapturedLog;
import dev.kvitt.vipps.client.testing.FakeVipps;
import dev.kvitt.vipps.client.testing.MutableClock;
import dev.kvitt.vipps.client.testing.Outcomes;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class CircuitBreakerTest {
    private static final CircuitLimits LIMITS =
            new CircuitLimits(4, 4, 50, Duration.ofSeconds(1), Duration.ofSeconds(5), 1);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final MutableClock clock = new MutableClock();
    private final FakeVipps vipps = new FakeVipps();
    private final VippsClient client =
            new VippsClient(VippsEnvironment.of(vipps.uri(), Samples.SYSTEM).with(LIMITS), clock);
    private final VippsApi api = Samples.api(client);

    @AfterEach
    void stop() {
        client.close();
        vipps.close();
    }

    @Test
    void when_half_of_the_last_calls_failed_captures_are_held_back_at_once_and_told_for_how_long() {
        vipps.answer(Reply.json(200, Samples.payment(3000, 0)));
        capture();
        capture();
        vipps.answer(Reply.json(503, ""));
        capture();
        assertThat(capture()).isInstanceOf(Outcome.Unknown.class);
        clock.advance(Duration.ofSeconds(2));

        Outcome.Busy<?> busy = Outcomes.busy(capture());

        assertThat(vipps.calls()).hasSize(4);
        assertThat(busy.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(busy.error().stage()).isEqualTo(VippsError.Stage.NOT_SENT);
        assertThat(busy.error().operatorSentence()).contains("circuit breaker").contains("moved no money");
    }

    @Test
    void fewer_failures_than_it_takes_hold_nothing_back() {
        vipps.answer(Reply.json(200, Samples.payment(3000, 0)));
        capture();
        capture();
        capture();
        vipps.answer(Reply.json(503, ""));
        capture();
        capture();

        assertThat(vipps.calls()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 422, 423, 429})
    void a_vipps_that_says_no_is_a_vipps_that_works(int status) {
        vipps.answer(Reply.json(status, ""));
        for (int i = 0; i < 10; i++) {
            capture();
        }

        assertThat(vipps.calls()).hasSize(10);
        assertThat(state("epayment", Kind.WRITE)).isEqualTo(State.CLOSED);
    }

    @Test
    void when_the_wait_is_over_one_call_tries_and_opens_the_way() {
        failUntilHeldBack();
        vipps.answer(Reply.json(200, Samples.payment(3000, 0)));
        clock.advance(LIMITS.writeWait().plus(A_MOMENT));

        Outcomes.done(capture());
        Outcomes.done(capture());

        assertThat(state("epayment", Kind.WRITE)).isEqualTo(State.CLOSED);
    }

    @Test
    void a_clock_set_back_does_not_hold_captures_back_for_longer() {
        failUntilHeldBack();
        vipps.answer(Reply.json(200, Samples.payment(3000, 0)));
        clock.advance(Duration.ofHours(-1));

        Outcomes.done(capture());
    }

    @Test
    void while_one_call_tries_the_others_wait() throws Exception {
        failUntilHeldBack();
        CountDownLatch tried = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        vipps.answer(request -> {
            tried.countDown();
            await(answer);
            return Reply.json(200, Samples.payment(3000, 0));
        });
        clock.advance(LIMITS.writeWait().plus(A_MOMENT));
        CompletableFuture<Outcome<?>> trial = CompletableFuture.supplyAsync(this::capture);
        await(tried);

        assertThat(state("epayment", Kind.WRITE)).isEqualTo(State.HALF_OPEN);
        assertThat(Outcomes.busy(capture()).retryAfter()).contains(LIMITS.writeWait());
        answer.countDown();
        Outcomes.done(trial.get(10, TimeUnit.SECONDS));
    }

    @Test
    void a_trial_that_fails_holds_back_again() {
        failUntilHeldBack();
        clock.advance(LIMITS.writeWait().plus(A_MOMENT));

        assertThat(capture()).isInstanceOf(Outcome.Unknown.class);
        assertThat(Outcomes.busy(capture()).retryAfter()).contains(LIMITS.writeWait());
    }

    @Test
    void a_payment_can_be_read_while_captures_are_held_back() {
        failUntilHeldBack();
        vipps.answer(Reply.json(200, Samples.payment(3000, 0)));

        Outcomes.done(api.epayment().get(Samples.REFERENCE));
    }

    @Test
    void reads_are_tried_again_sooner_than_writes() {
        vipps.answer(Reply.json(503, ""));
        for (int i = 0; i < LIMITS.minimumCalls(); i++) {
            api.epayment().get(Samples.REFERENCE);
        }
        assertThat(Outcomes.busy(api.epayment().get(Samples.REFERENCE)).retryAfter())
                .contains(LIMITS.readWait());
        vipps.answer(Reply.json(200, Samples.payment(3000, 0)));
        clock.advance(LIMITS.readWait().plus(A_MOMENT));

        Outcomes.done(api.epayment().get(Samples.REFERENCE));
    }

    @Test
    void other_apis_and_other_sales_units_go_on() {
        failUntilHeldBack();
        VippsApi other = client.forSalesUnit(
                new SalesUnitKeys(new MerchantSerialNumber("654321"), "id", "secret", List.of("key")));
        vipps.answer(Reply.json(200, Samples.payment(3000, 0)));
        Outcomes.done(other.epayment().capture(Samples.REFERENCE, Samples.nok(3000), Samples.KEY));
        vipps.answer(Reply.json(200, "{\"webhooks\":[]}"));

        Outcomes.done(api.webhooks().list());
    }

    @Test
    void new_keys_do_not_forget_that_vipps_does_not_work() {
        failUntilHeldBack();
        VippsApi changed = client.forSalesUnit(new SalesUnitKeys(
                Samples.keys().msn(), "new", "new", Samples.keys().subscriptionKeys()));

        Outcomes.busy(changed.epayment().capture(Samples.REFERENCE, Samples.nok(3000), Samples.KEY));
        assertThat(vipps.calls()).hasSize(LIMITS.minimumCalls());
    }

    @Test
    void a_caller_that_gives_up_says_nothing_about_vipps() throws Exception {
        vipps.answer(Reply.json(200, Samples.payment(3000, 0)));
        Outcomes.done(capture());
        for (int i = 0; i < 2 * LIMITS.window(); i++) {
            CompletableFuture<Outcome<?>> outcome = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                Thread.currentThread().interrupt();
                outcome.complete(capture());
            });
            Outcomes.busy(outcome.get(10, TimeUnit.SECONDS));
        }

        Outcomes.done(capture());
    }

    @Test
    void opening_and_closing_is_told_in_the_log_and_readable_for_metrics() {
        try (CapturedLog log = new CapturedLog("dev.kvitt.vipps.client")) {
            failUntilHeldBack();
            assertThat(client.circuits())
                    .contains(
                            new Circuit("123456", "accesstoken", Kind.TOKEN, State.CLOSED, Circuit.NOT_JUDGED),
                            new Circuit("123456", "epayment", Kind.WRITE, State.OPEN, 100));
            vipps.answer(Reply.json(200, Samples.payment(3000, 0)));
            clock.advance(LIMITS.writeWait().plus(A_MOMENT));
            capture();

            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("Vipps does not work for 123456, epayment WRITE"))
                    .anyMatch(line -> line.startsWith("Vipps works again for 123456, epayment WRITE"));
        }
    }

    private void failUntilHeldBack() {
        vipps.answer(Reply.json(503, ""));
        for (int i = 0; i < LIMITS.minimumCalls(); i++) {
            assertThat(capture()).isInstanceOf(Outcome.Unknown.class);
        }
        Outcomes.busy(capture());
    }

    private State state(String name, Kind kind) {
        return client.circuits().stream()
                .filter(circuit -> circuit.api().equals(name) && circuit.kind() == kind)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private Outcome<?> capture() {
        return api.epayment().capture(Samples.REFERENCE, Samples.nok(3000), Samples.KEY);
    }
}
