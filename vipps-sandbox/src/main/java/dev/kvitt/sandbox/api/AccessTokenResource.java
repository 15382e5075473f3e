package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.AccessTokens;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.TokenHolder;
import dev.kvitt.vipps.rules.TimeLimits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code POST /accesstoken/get}: a sales unit's keys for a token. */
@Path("/accesstoken/get")
@RunOnVirtualThread
public class AccessTokenResource {

    private static final int UNAUTHORIZED = 401;

    private final Sandbox sandbox;
    private final AccessTokens tokens;
    private final TokenAnswers answers;
    private final Responses responses;
    private final Call call;

    AccessTokenResource(Sandbox sandbox, AccessTokens tokens, TokenAnswers answers, Responses responses, Call call) {
        this.sandbox = sandbox;
        this.tokens = tokens;
        this.answers = answers;
        this.responses = responses;
        this.call = call;
    }

    @POST
    public Response token(
            @HeaderParam("client_id") String clientId,
            @HeaderParam("client_secret") String clientSecret,
            @HeaderParam(AuthenticationFilter.SUBSCRIPTION_KEY) String subscriptionKey,
            @HeaderParam(AuthenticationFilter.SERIAL_NUMBER) String msn) {
        boolean known = sandbox.merchants().stream()
                .anyMatch(each -> each.merchant().keys().isOpenedBy(subscriptionKey));
        if (!known) {
            // The gateway looks at this key first, and answers in its own shape.
            return responses.unauthorized("Access denied due to missing or invalid subscription key.");
        }
        Optional<MerchantState> owner = sandbox.merchants().stream()
                .filter(each -> each.merchant().keys().isOpenedBy(subscriptionKey)
                        && each.merchant().keys().areOf(clientId, clientSecret))
                .filter(each -> msn == null || each.msn().value().equals(msn))
                .findFirst();
        if (owner.isEmpty()) {
            return answers.refused(UNAUTHORIZED, "unauthorized_client", "No sales unit has all of these keys.");
        }
        call.madeBy(owner.get());
        return answers.toSalesUnit(
                tokens.issue(new TokenHolder.Merchants(owner.get().msn()), TimeLimits.ACCESS_TOKEN));
    }
}
