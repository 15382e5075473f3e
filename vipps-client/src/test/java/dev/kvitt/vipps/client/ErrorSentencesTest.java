package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorSentencesTest {
    /** Vipps' list of codes, and the statuses Vipps or a gateway before it answers with. */
    private static final List<Integer> CODES = List.of(
            3010, 4010, 4020, 4040, 4050, 4060, 4070, 4080, 4090, 4100, 4110, 4120, 4130, 4140, 4150, 4160, 5010, 5020,
            5030, 5040, 5050, 5060, 5070, 5080, 5090, 5100, 6010, 6020, 6030, 6040, 6050, 6060, 6070, 6080, 6090, 6100,
            6110, 6120, 6130, 6140, 6150, 6160, 6170, 6180, 6190, 6200, 6210, 6220, 6230, 6250, 6260, 6280, 7010, 10010,
            10020, 10030, 10040, 10050, 10060, 10070);

    private static final List<Integer> STATUSES =
            List.of(400, 403, 404, 405, 406, 408, 409, 410, 413, 415, 422, 423, 429, 500, 501, 502, 503, 504);

    static List<Integer> codes() {
        return CODES;
    }

    static List<Integer> statuses() {
        return STATUSES;
    }

    @ParameterizedTest
    @MethodSource("codes")
    void every_code_says_what_happened_what_it_means_for_the_money_and_what_to_do(int code) {
        VippsError error = error(400, code);

        assertThat(ErrorTable.key(error)).isEqualTo(Integer.toString(code));
        assertThat(error.operatorSentence())
                .startsWith("Vipps answered 400, code " + code + ": ")
                .doesNotContain("A title")
                .contains("This call moved no money")
                .endsWith("Trace id for Vipps: 00-1-01.");
        assertThat(error.cashierSentence()).isNotBlank().doesNotContain(Integer.toString(code));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void every_status_without_a_code_has_words_of_its_own(int status) {
        VippsError error = error(status);

        assertThat(ErrorTable.key(error)).isEqualTo("status." + status);
        assertThat(error.operatorSentence())
                .startsWith("Vipps answered " + status + ": ")
                .doesNotContain("A title")
                .contains(status == 408 || status >= 500 ? "may or may not have moved" : "This call moved no money");
        assertThat(error.cashierSentence()).isNotBlank().doesNotContain(Integer.toString(status));
    }

    @Test
    void the_table_and_the_constants_know_the_same_codes() {
        Set<String> constants = Arrays.stream(ErrorCode.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(ErrorSentencesTest::number)
                .collect(Collectors.toSet());
        Set<String> entries = ErrorTable.keys().stream()
                .filter(key -> Character.isDigit(key.charAt(0)))
                .collect(Collectors.toSet());

        assertThat(entries)
                .isEqualTo(constants)
                .isEqualTo(CODES.stream().map(String::valueOf).collect(Collectors.toSet()));
    }

    @Test
    void a_new_code_or_status_is_told_in_the_words_of_vipps() {
        assertThat(error(400, 98765).operatorSentence())
                .startsWith("Vipps answered 400, code 98765: Vipps gave a code this software does not know (A title).");
        assertThat(error(499).operatorSentence()).contains("does not document (A title)");
        assertThat(error(400, 98765).kind()).isEqualTo(ErrorKind.OTHER);
        assertThat(error(307).kind()).isEqualTo(ErrorKind.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "4050,scan or show it again",
        "4060,scan or show it again",
        "4070,Check the phone number",
        "5080,printed code",
        "5100,Refund it another way",
        "6010,too small",
        "6040,Refund it instead",
        "6160,try again",
        "6280,try again",
        "6250,approving right now",
        "6260,released the reserved money",
        "4150,Check its status",
        "5090,does not know",
        "4040,another way to pay"
    })
    void a_cashier_is_told_what_to_do(int code, String words) {
        assertThat(error(400, code).cashierSentence()).contains(words);
    }

    @Test
    void nobody_is_told_that_a_number_is_wrong_when_the_customer_cannot_pay() {
        assertThat(error(400, 7010).cashierSentence())
                .doesNotContainIgnoringCase("number")
                .doesNotContainIgnoringCase("wrong");
        assertThat(error(400, 7010).operatorSentence()).contains("never tell the customer");
    }

    @ParameterizedTest
    @ValueSource(ints = {6070, 6100, 6260})
    void an_operator_learns_when_delivered_goods_are_not_covered(int code) {
        assertThat(error(400, code).operatorSentence()).contains("if goods were delivered, that money is not covered");
    }

    @ParameterizedTest
    @ValueSource(ints = {3010, 4010, 4020, 4150, 6170, 6180, 6230})
    void an_operator_learns_when_an_earlier_try_may_have_moved_money(int code) {
        assertThat(error(400, code).operatorSentence()).contains("an earlier try may have");
    }

    @Test
    void a_cashier_learns_that_nothing_was_changed_when_vipps_was_not_reached() {
        VippsError error = VippsError.notSent(VippsError.Stage.NOT_SENT, "no connection to Vipps");

        assertThat(error.cashierSentence()).contains("cannot be reached").contains("Nothing was changed");
        assertThat(error.operatorSentence()).contains("no connection to Vipps").contains("same key");
        assertThat(error.kind()).isEqualTo(ErrorKind.WAIT);
    }

    @ParameterizedTest
    @CsvSource({
        "400,MALFORMED",
        "401,CREDENTIALS",
        "403,NOT_ALLOWED",
        "404,NOT_FOUND",
        "405,MALFORMED",
        "409,CONFLICT",
        "413,MALFORMED",
        "415,MALFORMED",
        "422,NOT_ALLOWED",
        "423,WAIT",
        "429,WAIT",
        "503,UNKNOWN"
    })
    void a_program_can_tell_the_sorts_apart_without_a_code(int status, ErrorKind kind) {
        assertThat(error(status).kind()).isEqualTo(kind);
        assertThat(error(status).isMalformed()).isEqualTo(kind == ErrorKind.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "4040,MALFORMED",
        "4140,MALFORMED",
        "4050,CUSTOMER",
        "7010,CUSTOMER",
        "5080,NOT_ALLOWED",
        "5090,NOT_FOUND",
        "4150,CONFLICT",
        "6200,STATE",
        "6160,WAIT",
        "3010,VIPPS",
        "10030,TEST"
    })
    void a_code_counts_before_the_status(int code, ErrorKind kind) {
        assertThat(error(400, code).kind()).isEqualTo(kind);
        assertThat(error(409, code).kind()).isEqualTo(kind);
    }

    private static String number(Field field) {
        try {
            return field.get(null).toString();
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static VippsError error(int status) {
        return new VippsError(VippsError.Stage.CALL, status, Optional.empty(), "A title", List.of(), Optional.empty());
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
