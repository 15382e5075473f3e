package dev.kvitt.operations.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeciderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"called 91234567", "+47 912 34 567", "card 4925 0000 0000 0004", "91\u00a023\u00a045\u00a067"})
    void a_reason_holds_nobodys_number(String reason) {
        assertThatThrownBy(() -> Decider.why(reason))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("8 or more digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticket 1234567", "since 2026-11-22 10:15", "2 of 3, 100.50 NOK"})
    void other_numbers_may_stand_there(String reason) {
        assertThat(Decider.why(reason)).isEqualTo(reason);
    }
}
