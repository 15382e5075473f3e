package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorSentencesTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                3010, 4010, 4020, 4040, 4050, 4060, 4070, 4080, 4090, 4100, 4110, 4120, 4130, 4140, 4150, 4160, 5010,
                        5020,
                5030, 5040, 5050, 5060, 5070, 5080, 5090, 5100, 6010, 6020, 6030, 6040, 6050, 6060, 6070, 6080, 6090,
                        6100,
                6110, 6120, 6130, 6140, 6150, 6160, 6170, 6180, 6190, 6200, 6210, 6220, 6230, 6250, 6260, 6280, 7010,
                        10010,
                10020, 10030, 10040, 10050, 10060, 10070
            })
    void every_known_code_has_its_own_words_for_the_operator(int code) {
        VippsError error = error(400, code);

        assertThat(error.operatorSentence())
                .startsWith("Vipps answered 400, code " + code + ": ")
                .doesNotContain("A title")
                .contains("moved no money")
                .endsWith("Trace id for Vipps: 00-1-01.");
        assertThat(error.cashierSentence()).isNotBlank();
    }

    @Test
    void a_new_code_is_told_in_the_words_of_vipps() {
        assertThat(error(400, 98765).operatorSentence()).contains("code 98765: A title");
    }

    @ParameterizedTest
    @CsvSource({
        "4050,scan or show it again",
        "4060,scan or show it again",
        "5080,printed code",
        "6160,try again",
        "6280,try again",
        "6250,approving right now",
        "4150,Check its status",
        "4040,another way to pay"
    })
    void a_cashier_is_told_what_to_do(int code, String words) {
        assertThat(error(400, code).cashierSentence()).contains(words);
    }

    @Test
    void a_cashier_never_learns_that_a_number_is_wrong_when_the_customer_cannot_pay() {
        assertThat(error(400, 7010).cashierSentence()).doesNotContainIgnoringCase("number");
    }

    @Test
    void a_cashier_learns_that_nothing_was_changed_when_vipps_was_not_reached() {
        VippsError error = VippsError.notSent(VippsError.Stage.NOT_SENT, "no connection to Vipps");

        assertThat(error.cashierSentence()).contains("cannot be reached").contains("Nothing was changed");
        assertThat(error.operatorSentence()).contains("same key");
    }

    @ParameterizedTest
    @CsvSource({"423,try again", "429,try again", "404,does not know", "409,Check its status", "400,Tell support"})
    void an_error_without_a_code_is_told_by_its_status(int status, String words) {
        VippsError error =
                new VippsError(VippsError.Stage.CALL, status, Optional.empty(), "A title", List.of(), Optional.empty());

        assertThat(error.cashierSentence()).contains(words);
    }

    private static VippsError error(int status, int code) {
        return new VippsError(
                VippsError.Stage.CALL,
                status,
                Optional.of(new ErrorCode(code)),
                "A title",
                List.of(),
                Optional.of("00-1-01"));
    }
}
