package dev.kvitt.sandbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentsLimitTest {

    @TempDir
    Path folder;

    @Test
    void beyond_the_limit_the_oldest_that_is_over_goes_with_its_keys_and_its_receipt() {
        try (Life life = Life.start(StateLog.inMemory(), Map.of("payments-limit", "3"))) {
            Reference live = created(life, 1);
            Reference oldest = life.whole(2);
            Reference younger = life.whole(3);
            Reference next = created(life, 4);

            assertThat(kept(life)).containsExactly(next, younger, live);
            assertThat(life.merchant().payment(oldest)).isEmpty();
            assertThat(life.merchant().keysUsedOn(oldest)).isEmpty();
            assertThat(life.merchant().orders().receipts()).hasSize(3);
        }
    }

    @Test
    void live_payments_are_never_dropped_and_create_says_which_limit_is_reached() {
        try (Life life = Life.start(StateLog.inMemory(), Map.of("payments-limit", "2"))) {
            Reference waiting = created(life, 1);
            Reference capturable = created(life, 2);
            life.merchant().phones().approve(capturable, Optional.empty(), true);
            life.capture(capturable, Life.newKey());

            assertThat(life.create(reference(3)).outcome())
                    .isInstanceOfSatisfying(WriteOutcome.Refused.class, refused -> assertThat(refused.refusal())
                            .isInstanceOfSatisfying(Refusal.Coded.class, coded -> {
                                assertThat(coded.code()).isEqualTo(ErrorCode.CANNOT_BE_CREATED);
                                assertThat(coded.detail()).contains("sandbox.payments-limit");
                            }));
            assertThat(kept(life)).containsExactly(capturable, waiting);

            life.merchant().phones().reject(waiting);
            assertThat(life.create(reference(4)).outcome()).isInstanceOf(WriteOutcome.Created.class);
        }
    }

    @Test
    void refused_requests_do_not_fill_the_memory() {
        try (Life life = Life.start(StateLog.inMemory(), Map.of("payments-limit", "2"))) {
            Reference live = created(life, 1);
            IntStream.range(0, 10).forEach(i -> life.capture(reference(100 + i), Life.newKey()));

            assertThat(life.merchant().payment(live)).isPresent();
            assertThat(life.merchant().keysUsedOn(reference(100))).isEmpty();
            assertThat(life.merchant().keysUsedOn(reference(109))).hasSize(1);
        }
    }

    @Test
    void of_one_payment_the_oldest_keys_of_refused_requests_are_forgotten_first() {
        try (Life life = Life.start(StateLog.inMemory(), Map.of("keys-per-payment-limit", "3"))) {
            Reference reference = created(life, 1);
            KeyUse create = life.merchant().keysUsedOn(reference).getFirst();
            List<IdempotencyKey> refused =
                    IntStream.range(0, 4).mapToObj(i -> Life.newKey()).toList();
            refused.forEach(key -> life.capture(reference, key));

            assertThat(life.merchant().keysUsedOn(reference))
                    .extracting(KeyUse::key)
                    .containsExactly(create.key(), refused.get(2), refused.get(3));
        }
    }

    @Test
    void however_many_requests_are_refused_a_retried_capture_is_not_made_twice() {
        try (Life life = Life.start(StateLog.inMemory(), Map.of("keys-per-payment-limit", "3"))) {
            Reference reference = created(life, 1);
            life.merchant().phones().approve(reference, Optional.empty(), true);
            IdempotencyKey key = Life.newKey();
            WriteResult first = life.capture(reference, key);
            IntStream.range(0, 5).forEach(i -> life.refund(reference, 5000, Life.newKey()));

            WriteResult again = life.capture(reference, key);
            assertThat(again.replayed()).isTrue();
            assertThat(again.outcome()).isEqualTo(first.outcome());
            assertThat(captured(life, reference)).isEqualTo(2500);
        }
    }

    @Test
    void when_nothing_was_refused_the_oldest_keys_are_forgotten() {
        try (Life life = Life.start(StateLog.inMemory(), Map.of("keys-per-payment-limit", "2"))) {
            Reference reference = created(life, 1);
            life.merchant().phones().approve(reference, Optional.empty(), true);
            List<IdempotencyKey> keys = List.of(Life.newKey(), Life.newKey());
            keys.forEach(key -> life.capture(reference, key));

            assertThat(life.merchant().keysUsedOn(reference))
                    .extracting(KeyUse::key)
                    .containsExactlyElementsOf(keys);
        }
    }

    @Test
    void a_payment_is_the_same_after_a_restart() {
        Path file = folder.resolve("state.jsonl");
        Reference reference;
        StoredPayment before;
        List<KeyUse> keys;
        try (Life life = Life.start(StateLog.inFile(file), Map.of())) {
            reference = life.whole(1);
            before = life.merchant().payment(reference).orElseThrow();
            keys = life.merchant().keysUsedOn(reference);
        }
        try (Life life = Life.start(StateLog.inFile(file), Map.of())) {
            assertThat(life.merchant().payment(reference)).contains(before);
            assertThat(life.merchant().keysUsedOn(reference)).isEqualTo(keys).hasSize(3);
            assertThat(life.merchant().orders().receipts()).hasSize(1);
        }
    }

    private static long captured(Life life, Reference reference) {
        return life.merchant()
                .payment(reference)
                .orElseThrow()
                .payment()
                .aggregate()
                .captured()
                .value();
    }

    private static Reference created(Life life, int number) {
        life.create(reference(number));
        return reference(number);
    }

    private static Reference reference(int number) {
        return new Reference("vending-" + number);
    }

    private static List<Reference> kept(Life life) {
        return life.merchant()
                .payments()
                .map(stored -> stored.payment().reference())
                .toList();
    }
}
