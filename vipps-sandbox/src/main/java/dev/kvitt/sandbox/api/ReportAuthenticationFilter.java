package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.AccessTokens;
import dev.kvitt.sandbox.domain.AccountingBook;
import dev.kvitt.sandbox.domain.AccountingKeys;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.TokenHolder;
import dev.kvitt.vipps.rules.Msn;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets a call to the Report API pass with an accounting system's token, or with a sales unit's token and subscription key. */
class ReportAuthenticationFilter {

    private static final String BEARER = "Bearer ";
    private static final int UNAUTHORIZED = 401;

    private final Sandbox sandbox;
    private final AccessTokens tokens;
    private final AccountingBook accounting;
    private final Responses responses;
    private final Call call;

    ReportAuthenticationFilter(
            Sandbox sandbox, AccessTokens tokens, AccountingBook accounting, Responses responses, Call call) {
        this.sandbox = sandbox;
        this.tokens = tokens;
        this.accounting = accounting;
        this.responses = responses;
        this.call = call;
    }

    @ServerRequestFilter
    Optional<Response> authenticate(ContainerRequestContext request) {
        if (!MerchantApis.isReport(request.getUriInfo().getPath())) {
            return Optional.empty();
        }
        List<Msn> readable = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.startsWith(BEARER))
                .flatMap(value -> tokens.holder(value.substring(BEARER.length())))
                .map(holder -> switch (holder) {
                    case TokenHolder.Merchants merchants -> merchant(merchants.msn(), request);
                    case TokenHolder.Accountants accountants -> accountant(accountants.clientId());
                })
                .orElse(List.of());
        call.mayReportOn(readable);
        return readable.isEmpty()
                ? Optional.of(responses.json(
                        UNAUTHORIZED, Map.of("code", "Unauthorized", "message", "Please check your API keys")))
                : Optional.empty();
    }

    /** Nothing if its other headers are not the sales unit's. The serial number need not be sent. */
    private List<Msn> merchant(Msn msn, ContainerRequestContext request) {
        String named = request.getHeaderString(AuthenticationFilter.SERIAL_NUMBER);
        String key = request.getHeaderString(AuthenticationFilter.SUBSCRIPTION_KEY);
        Optional<MerchantState> owner = sandbox.merchant(msn)
                .filter(unit -> unit.merchant().keys().isOpenedBy(key))
                .filter(unit -> named == null || unit.msn().value().equals(named));
        owner.ifPresent(unit -> call.madeBy(unit, key));
        return owner.map(unit -> List.of(unit.msn())).orElse(List.of());
    }

    private List<Msn> accountant(String clientId) {
        return accounting.all().stream()
                .filter(keys -> keys.clientId().equals(clientId))
                .findFirst()
                .map(AccountingKeys::msns)
                .orElse(List.of());
    }
}
