package dev.kvitt.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.CoversEach;
import dev.kvitt.sandbox.coverage.Documented;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@TestProfile(OpenSandbox.class)
class RateLimitsTest {

    private static final int READS = 120;
    private static final int WRITES = 5;

    static Stream<ApiOperation> limited() {
        return Documented.operationsWith(429);
    }

    @ParameterizedTest
    @MethodSource("limited")
    @CoversEach(status = 429)
    void who_asks_too_often_about_one_payment_waits_for_up_to_a_minute(ApiOperation operation) {
        GoodCall call = GoodCalls.of(operation);
        int allowed = call.method().equals("GET") ? READS : WRITES;
        String first = call.send().extract().asString();
        for (int more = 1; more < allowed; more++) {
            assertThat(call.send().extract().asString()).isEqualTo(first);
        }

        String wait = call.send()
                .statusCode(429)
                .contentType("application/json")
                .body("statusCode", equalTo(429))
                .extract()
                .header("Retry-After");
        assertThat(Integer.parseInt(wait)).isBetween(1, 60);

        Phone.letPass("PT1M");
        assertThat(call.send().extract().asString()).isEqualTo(first);
    }
}
