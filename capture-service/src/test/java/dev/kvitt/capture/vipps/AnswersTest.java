package dev.kvitt.capture.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.capture.domain.Answer;
import dev.kvitt.vipps.client.ErrorCode;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.VippsError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static Answer answer(int status, Optional<ErrorCode> code) {
        var error = new VippsError(VippsError.Stage.CALL, status, code, "No", List.of(), Optional.empty());
        return Answers.of(new Outcome.Refused<String>(error), "Operation 1", done -> Optional.empty());
    }
}
