package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.AccessTokens;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.TokenHolder;
import dev.kvitt.vipps.rules.RulesSwitches;
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

    private static final int UNAUTHORIZED = 401;

    private final Sandbox sandbox;
    private final AccessTokens tokens;
    private final Responses responses;
    private final UserinfoErrors userinfoErrors;
    private final Call call;

    AuthenticationFilter(
            Sandbox sandbox, AccessTokens tokens, Responses responses, UserinfoErrors userinfoErrors, Call call) {
        this.sandbox = sandbox;
        this.tokens = tokens;
        this.responses = responses;
        this.userinfoErrors = userinfoErrors;
        this.call = call;
    }

    @ServerRequestFilter
    Optional<Response> authenticate(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (!MerchantApis.needsToken(path)) {
            return Optional.empty();
        }
        Optional<MerchantState> owner = owner(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (owner.isEmpty()) {
            return refused(path, "Unauthorized. Access token is missing or invalid.");
        }
        MerchantState merchant = owner.get();
        if (!isKeyRight(path, merchant, request.getHeaderString(SUBSCRIPTION_KEY))) {
            return refused(path, "Access denied due to missing or invalid subscription key.");
        }
        String msn = request.getHeaderString(SERIAL_NUMBER);
        boolean fits = msn == null
                ? !MerchantApis.needsSerialNumber(path)
                : merchant.msn().value().equals(msn);
        if (!fits) {
            return refused(path, "The token does not belong to this Merchant-Serial-Number.");
        }
        call.madeBy(merchant, request.getHeaderString(SUBSCRIPTION_KEY));
        return Optional.empty();
    }

    /** Empty also for an accounting system's token: it opens none of these APIs. */
    private Optional<MerchantState> owner(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(value -> value.startsWith(BEARER))
                .flatMap(value -> tokens.holder(value.substring(BEARER.length())))
                .flatMap(holder -> switch (holder) {
                    case TokenHolder.Merchants merchants -> sandbox.merchant(merchants.msn());
                    case TokenHolder.Accountants accountants -> Optional.empty();
                });
    }

    private boolean isKeyRight(String path, MerchantState merchant, String sent) {
        RulesSwitches.SubscriptionKeyUse use = path.startsWith(MerchantApis.USERINFO)
                ? sandbox.switches().customers().userinfoSubscriptionKey()
                : RulesSwitches.SubscriptionKeyUse.REQUIRED;
        return switch (use) {
            case IGNORED -> true;
            case REQUIRED -> merchant.merchant().keys().isOpenedBy(sent);
            case REFUSED -> sent == null;
        };
    }

    private Optional<Response> refused(String path, String message) {
        return Optional.of(
                path.startsWith(MerchantApis.USERINFO)
                        ? userinfoErrors.of(UNAUTHORIZED, "Unauthorized", message)
                        : responses.unauthorized(message));
    }
}
