package dev.kvitt.operations.support;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.List;

/** Tests ask as somebody who may do everything, unless they say who asks, or begin by {@link #nobody}. */
public final class EverybodyMay implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith((Filter) EverybodyMay::asAll);
    }

    /** From here on requests carry what the test itself gives them, and nothing else. */
    public static void nobody() {
        RestAssured.replaceFiltersWith(List.of());
    }

    private static Response asAll(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        if (!request.getHeaders().hasHeaderWithName("Authorization")) {
            request.header("Authorization", "Bearer " + AccessTestResource.token("all"));
        }
        return context.next(request, response);
    }
}
