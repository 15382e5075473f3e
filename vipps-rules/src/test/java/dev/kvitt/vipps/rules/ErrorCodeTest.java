package dev.kvitt.vipps.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {

    // Every number the API documents.
    private static final String DOCUMENTED =
            "3010 4010 4020 4040 4050 4060 4070 4080 4090 4100 4110 4120 4130 4140 4150"
                    + " 4160 5010 5020 5030 5040 5050 5060 5070 5080 5090 5100 6010 6020 6030 6040 6050 6060 6070 6080 6090 6100"
                    + " 6110 6120 6130 6140 6150 6160 6170 6180 6190 6200 6210 6220 6230 6250 6260 6280 7010 10010 10020 10030"
                    + " 10040 10050 10060 10070";

    @Test
    void every_documented_code_is_there_once() {
        assertThat(Arrays.stream(ErrorCode.values()).map(code -> String.valueOf(code.number())))
                .containsExactly(DOCUMENTED.split(" "));
    }

    @ParameterizedTest
    @EnumSource
    void statuses_follow_the_nature_of_the_code(ErrorCode code) {
        assertThat(code.status()).isEqualTo(expected(code.number()));
    }

    private static int expected(int number) {
        if (Set.of(4010, 4020, 4150).contains(number)) {
            return 409;
        }
        if (Set.of(5020, 5050, 5080).contains(number)) {
            return 403;
        }
        return switch (number) {
            case 5070 -> 422;
            case 5090 -> 404;
            case 6160 -> 423;
            default -> 400;
        };
    }
}
