package dev.kvitt.sandbox.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kvitt.sandbox.domain.AccessTokens;
import dev.kvitt.sandbox.domain.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** The token endpoints' answers, as OAuth and the specification have them. */
@ApplicationScoped
class TokenAnswers {

    static final String JSON = "application/json;charset=UTF-8";

    private static final int OK = 200;
    private static final String BEARER = "Bearer";

    /** To sales units. Every number is text, as in the specification. */
    record SalesUnitToken(
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") String expiresIn,
            @JsonProperty("ext_expires_in") String extExpiresIn,
            @JsonProperty("expires_on") String expiresOn,
            @JsonProperty("not_before") String notBefore,
            @JsonProperty("resource") String resource,
            @JsonProperty("access_token") String accessToken) {
        @Override
        public String toString() {
            return "SalesUnitToken[hidden]";
        }
    }

    /** To accounting systems. */
    record AccountingToken(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {
        @Override
        public String toString() {
            return "AccountingToken[hidden]";
        }
    }

    private record Refused(
            String error,
            @JsonProperty("error_description") String description,
            @JsonProperty("trace_id") String traceId) {}

    private final Responses responses;
    private final Ids ids;

    TokenAnswers(Responses responses, Ids ids) {
        this.responses = responses;
        this.ids = ids;
    }

    Response toSalesUnit(AccessTokens.Token token) {
        return answer(
                OK,
                new SalesUnitToken(
                        BEARER,
                        String.valueOf(seconds(token)),
                        "0",
                        String.valueOf(token.expiresAt().getEpochSecond()),
                        String.valueOf(token.issuedAt().getEpochSecond()),
                        "00000002-0000-0000-c000-000000000000",
                        token.value()));
    }

    Response toAccounting(AccessTokens.Token token) {
        return answer(OK, new AccountingToken(token.value(), BEARER, seconds(token)));
    }

    Response refused(int status, String error, String description) {
        return answer(status, new Refused(error, description, ids.traceId()));
    }

    private Response answer(int status, Object body) {
        return Response.fromResponse(responses.json(status, body)).type(JSON).build();
    }

    private static long seconds(AccessTokens.Token token) {
        return Duration.between(token.issuedAt(), token.expiresAt()).toSeconds();
    }
}
