package dev.kvitt.sandbox.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kvitt.sandbox.domain.AccessTokens;
import dev.kvitt.sandbox.domain.Ids;
import dev.kvitt.sandbox.domain.Merchant;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.vipps.rules.TimeLimits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** {@code POST /accesstoken/get}: keys for a token. */
@Path("/accesstoken/get")
@RunOnVirtualThread
public class AccessTokenResource {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    /** Every number is text, as in the specification. */
    record TokenJson(
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") String expiresIn,
            @JsonProperty("ext_expires_in") String extExpiresIn,
            @JsonProperty("expires_on") String expiresOn,
            @JsonProperty("not_before") String notBefore,
            @JsonProperty("resource") String resource,
            @JsonProperty("access_token") String accessToken) {

        static TokenJson of(AccessTokens.Token token) {
            return new TokenJson(
                    "Bearer",
                    String.valueOf(TimeLimits.ACCESS_TOKEN.toSeconds()),
                    "0",
                    String.valueOf(token.expiresAt().getEpochSecond()),
                    String.valueOf(token.issuedAt().getEpochSecond()),
                    "00000002-0000-0000-c000-000000000000",
                    token.value());
        }

        @Override
        public String toString() {
            return "TokenJson[hidden]";
        }
    }

    private final Sandbox sandbox;
    private final AccessTokens tokens;
    private final Responses responses;
    private final Ids ids;
    private final Call call;

    AccessTokenResource(Sandbox sandbox, AccessTokens tokens, Responses responses, Ids ids, Call call) {
        this.sandbox = sandbox;
        this.tokens = tokens;
        this.responses = responses;
        this.ids = ids;
        this.call = call;
    }

    @POST
    public Response token(
            @HeaderParam("client_id") String clientId,
            @HeaderParam("client_secret") String clientSecret,
            @HeaderParam(AuthenticationFilter.SUBSCRIPTION_KEY) String subscriptionKey,
            @HeaderParam(AuthenticationFilter.SERIAL_NUMBER) String msn) {
        return sandbox.merchants().stream()
                .map(MerchantState::merchant)
                .filter(merchant -> merchant.clientId().equals(clientId)
                        && merchant.clientSecret().equals(clientSecret)
                        && merchant.subscriptionKey().equals(subscriptionKey))
                .filter(merchant -> msn == null || merchant.msn().value().equals(msn))
                .findFirst()
                .map(this::issue)
                .orElseGet(this::refuse);
    }

    private Response issue(Merchant merchant) {
        sandbox.merchant(merchant.msn()).ifPresent(call::madeBy);
        return responses.json(OK, TokenJson.of(tokens.issue(merchant.msn())));
    }

    private Response refuse() {
        return responses.json(
                UNAUTHORIZED,
                Map.of(
                        "error", "unauthorized_client",
                        "error_description", "No sales unit has these keys.",
                        "trace_id", ids.traceId()));
    }
}
