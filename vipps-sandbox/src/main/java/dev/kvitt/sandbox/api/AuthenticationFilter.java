package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.AccessTokens;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.vipps.rules.Msn;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets a call to a merchant API pass only if token, subscription key and serial number belong to one sales unit. */
class AuthenticationFilter {

    static final String SUBSCRIPTION_KEY = "Ocp-Apim-Subscription-Key";
    static final String SERIAL_NUMBER = "Merchant-Serial-Number";

    private static final String BEARER = "Bearer ";

    private final Sandbox sandbox;
    private final AccessTokens tokens;
    private final Responses responses;
    private final Call call;

    AuthenticationFilter(Sandbox sandbox, AccessTokens tokens, Responses responses, Call call) {
        this.sandbox = sandbox;
        this.tokens = tokens;
        this.responses = responses;
        this.call = call;
    }

    @ServerRequestFilter
    Optional<Response> authenticate(ContainerRequestContext request) {
        if (!MerchantApis.needsToken(request.getUriInfo().getPath())) {
            return Optional.empty();
        }
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        Optional<MerchantState> owner = Optional.ofNullable(authorization)
                .filter(value -> value.startsWith(BEARER))
                .flatMap(value -> tokens.owner(value.substring(BEARER.length())))
                .flatMap(sandbox::merchant);
        if (owner.isEmpty()) {
            return Optional.of(responses.unauthorized("Unauthorized. Access token is missing or invalid."));
        }
        MerchantState merchant = owner.get();
        if (!merchant.merchant().subscriptionKey().equals(request.getHeaderString(SUBSCRIPTION_KEY))) {
            return Optional.of(responses.unauthorized("Access denied due to missing or invalid subscription key."));
        }
        String msn = request.getHeaderString(SERIAL_NUMBER);
        if (!Msn.isValid(msn) || !merchant.msn().equals(new Msn(msn))) {
            return Optional.of(responses.unauthorized("The token does not belong to this Merchant-Serial-Number."));
        }
        call.madeBy(merchant);
        return Optional.empty();
    }
}
