package dev.kvitt.capture.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.capture.domain.Answer;
import dev.kvitt.vipps.client.ErrorCode;
import dev.kvitt.vipps.client.FieldReason;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.VippsError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    @Test
    void a_cancel_refused_while_the_customer_is_approving_may_be_tried_again() {
        assertThat(answer(400, Optional.of(ErrorCode.BEING_PROCESSED)))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> {
                    assertThat(refused.refusal().code()).isEqualTo("vipps-6250");
                    assertThat(refused.refusal().retry()).isTrue();
                    assertThat(refused.judged()).isTrue();
                    assertThat(refused.mayExist()).isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 422})
    void a_refusal_without_an_error_code_was_not_judged_by_the_api(int status) {
        assertThat(answer(status, Optional.empty())).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.judged()).isFalse();
            assertThat(refused.leavesDoubt()).isFalse();
        });
    }

    /** Sent again under its key for ever, it would keep everything behind it from being done. */
    @Test
    void a_request_of_which_vipps_names_the_wrong_fields_was_judged() {
        var wrong = List.of(new FieldReason("modificationAmount.value", "The field is required."));
        assertThat(answer(400, Optional.empty(), wrong))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.judged())
                        .isTrue());
        assertThat(answer(400, Optional.empty()))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.judged())
                        .isFalse());
    }

    @ParameterizedTest
    @EnumSource(VippsError.Stage.class)
    void only_a_call_that_was_made_counts_as_a_write(VippsError.Stage stage) {
        var error = VippsError.notSent(stage, "not just now");
        var busy = new Outcome.Busy<String>(error, Optional.empty());
        assertThat(Answers.of(busy, "Operation 1", done -> new Answer.Accepted(Optional.empty())))
                .isEqualTo(new Answer.Busy(Optional.empty(), stage == VippsError.Stage.CALL));
    }

    @Test
    void an_error_inside_vipps_is_never_its_no_whatever_status_it_comes_with() {
        assertThat(answer(400, Optional.of(ErrorCode.INTERNAL_ERROR))).isEqualTo(new Answer.Unknown());
    }

    @Test
    void what_vipps_asks_us_to_wait_is_kept_also_when_the_outcome_is_unknown() {
        var wait = Optional.of(Duration.ofSeconds(30));
        var unknown = new Outcome.Unknown<String>("HTTP 503", wait, 503, Optional.empty());
        assertThat(Answers.of(unknown, "Operation 1", done -> new Answer.Accepted(Optional.empty())))
                .isEqualTo(new Answer.Unknown(wait));
    }

    private static Answer answer(int status, Optional<ErrorCode> code) {
        return answer(status, code, List.of());
    }

    private static Answer answer(int status, Optional<ErrorCode> code, List<FieldReason> reasons) {
        var error = new VippsError(VippsError.Stage.CALL, status, code, "No", reasons, Optional.empty());
        return Answers.of(
                new Outcome.Refused<String>(error), "Operation 1", done -> new Answer.Accepted(Optional.empty()));
    }
}
