package dev.kvitt.vipps.rules.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Operation;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.RulesSwitches;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdempotencyRuleTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final RulesSwitches.Keys DEFAULTS = RulesSwitches.defaults().keys();
    private static final Reference REFERENCE = new Reference("vending-1-1");

    @Test
    void an_unknown_key_is_fresh() {
        assertThat(IdempotencyRule.judge(Optional.<Remembered<String>>empty(), capture("a"), START, DEFAULTS))
                .isInstanceOf(KeyVerdict.Fresh.class);
    }

    @Test
    void the_same_request_gets_the_same_answer_for_ever() {
        assertThat(judge(capture("a"), capture("a"), START.plus(Duration.ofDays(5000)), DEFAULTS))
                .isEqualTo(new KeyVerdict.Replay<>("answer"));
    }

    @Test
    void another_body_is_a_conflict_with_the_operations_own_code() {
        assertThat(conflict(Operation.CREATE)).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_EXISTS);
        assertThat(conflict(Operation.CAPTURE)).isEqualTo(ErrorCode.CAPTURE_RETRIED_DIFFERENTLY);
        assertThat(conflict(Operation.CANCEL)).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_EXISTS);
        assertThat(conflict(Operation.REFUND)).isEqualTo(ErrorCode.REFERENCE_EXISTS);
    }

    @Test
    void keys_that_live_an_hour_are_forgotten_after_it() {
        RulesSwitches.Keys hour = keys("lifetime", Optional.of(Duration.ofHours(1)));

        assertThat(judge(capture("a"), capture("a"), START.plus(Duration.ofMinutes(59)), hour))
                .isEqualTo(new KeyVerdict.Replay<>("answer"));
        assertThat(judge(capture("a"), capture("b"), START.plus(Duration.ofHours(1)), hour))
                .isInstanceOf(KeyVerdict.Fresh.class);
    }

    @Test
    void a_retried_create_may_be_switched_to_reference_exists() {
        RulesSwitches.Keys refused = keys("create-is-replayed", false);
        RequestIdentity create = new RequestIdentity(Operation.CREATE, REFERENCE, "a");

        assertThat(judge(create, create, START, DEFAULTS)).isEqualTo(new KeyVerdict.Replay<>("answer"));
        assertThat(judge(create, create, START, refused))
                .isEqualTo(new KeyVerdict.Conflict<>(ErrorCode.REFERENCE_EXISTS));
        assertThat(judge(capture("a"), capture("a"), START, refused)).isEqualTo(new KeyVerdict.Replay<>("answer"));
    }

    @Test
    void a_key_belongs_to_operation_and_reference_or_to_the_whole_sales_unit() {
        Msn msn = new Msn("123456");
        IdempotencyKey key = new IdempotencyKey("key");
        RulesSwitches.Keys wide = keys("scope", RulesSwitches.Scope.SALES_UNIT);
        RequestIdentity cancel = new RequestIdentity(Operation.CANCEL, REFERENCE, "a");

        assertThat(KeyScope.of(msn, capture("a"), key, DEFAULTS)).isNotEqualTo(KeyScope.of(msn, cancel, key, DEFAULTS));
        assertThat(KeyScope.of(msn, capture("a"), key, wide)).isEqualTo(KeyScope.of(msn, cancel, key, wide));
        assertThat(judge(capture("a"), cancel, START, wide))
                .isEqualTo(new KeyVerdict.Conflict<>(ErrorCode.IDEMPOTENCY_KEY_EXISTS));
    }

    @Test
    void refusals_belong_to_their_key_and_passing_trouble_does_not() {
        assertThat(new Integer[] {200, 201, 400, 404, 409, 422}).allMatch(IdempotencyRuleTest::isRemembered);
        assertThat(new Integer[] {423, 429, 500, 503}).noneMatch(IdempotencyRuleTest::isRemembered);
    }

    private static ErrorCode conflict(Operation operation) {
        KeyVerdict<String> verdict = judge(
                new RequestIdentity(operation, REFERENCE, "a"),
                new RequestIdentity(operation, REFERENCE, "b"),
                START,
                DEFAULTS);
        return switch (verdict) {
            case KeyVerdict.Conflict<String>(ErrorCode code) -> code;
            case KeyVerdict.Fresh<String> fresh -> throw new AssertionError("not a conflict: " + fresh);
            case KeyVerdict.Replay<String> replay -> throw new AssertionError("not a conflict: " + replay);
        };
    }

    private static RequestIdentity capture(String body) {
        return new RequestIdentity(Operation.CAPTURE, REFERENCE, body);
    }

    private static KeyVerdict<String> judge(
            RequestIdentity earlier, RequestIdentity request, Instant now, RulesSwitches.Keys switches) {
        return IdempotencyRule.judge(Optional.of(new Remembered<>(earlier, "answer", START)), request, now, switches);
    }

    @Test
    void a_failed_capture_can_be_tried_again_with_its_key_unless_switched() {
        Optional<ErrorCode> failed = Optional.of(ErrorCode.CAPTURE_FAILED);
        Optional<ErrorCode> noFunds = Optional.of(ErrorCode.FUNDS_UNAVAILABLE);

        assertThat(IdempotencyRule.isRemembered(400, failed, DEFAULTS)).isFalse();
        assertThat(IdempotencyRule.isRemembered(400, noFunds, DEFAULTS)).isTrue();
        assertThat(IdempotencyRule.isRemembered(400, failed, keys("capture-failed-is-remembered", true)))
                .isTrue();
        assertThat(IdempotencyRule.isRemembered(400, noFunds, keys("funds-unavailable-is-remembered", false)))
                .isFalse();
    }

    private static boolean isRemembered(int status) {
        return IdempotencyRule.isRemembered(status, Optional.empty(), DEFAULTS);
    }

    private static RulesSwitches.Keys keys(String name, Object value) {
        return RulesSwitches.defaults().with("keys." + name, value).keys();
    }
}
