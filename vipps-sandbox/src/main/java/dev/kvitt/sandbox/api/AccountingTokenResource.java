package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.AccessTokens;
import dev.kvitt.sandbox.domain.AccountingBook;
import dev.kvitt.sandbox.domain.TokenHolder;
import dev.kvitt.vipps.rules.TimeLimits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** {@code POST /miami/v1/token}: accounting keys for a token. Sales units' keys are not taken here. */
@Path("/miami/v1/token")
@RunOnVirtualThread
public class AccountingTokenResource {

    private static final String BASIC = "Basic ";
    private static final String GRANT_TYPE = "grant_type=";
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private record Pair(String id, String secret) {}

    private final AccountingBook book;
    private final AccessTokens tokens;
    private final TokenAnswers answers;

    AccountingTokenResource(AccountingBook book, AccessTokens tokens, TokenAnswers answers) {
        this.book = book;
        this.tokens = tokens;
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response token(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, byte[] form) {
        Optional<String> grantType = grantType(form);
        if (grantType.filter("client_credentials"::equals).isEmpty()) {
            String error = grantType.isEmpty() ? "invalid_request" : "unsupported_grant_type";
            return answers.refused(BAD_REQUEST, error, "grant_type must be client_credentials.");
        }
        return pair(authorization)
                .flatMap(pair -> book.find(pair.id(), pair.secret()))
                .map(keys -> answers.toAccounting(
                        tokens.issue(new TokenHolder.Accountants(keys.clientId()), TimeLimits.ACCOUNTING_TOKEN)))
                .orElseGet(
                        () -> answers.refused(UNAUTHORIZED, "invalid_client", "No accounting system has these keys."));
    }

    /** Read by hand: the framework answers a form that cannot be decoded with 500. */
    private static Optional<String> grantType(byte[] form) {
        String fields = form == null ? "" : new String(form, StandardCharsets.UTF_8);
        try {
            return Arrays.stream(fields.split("&"))
                    .filter(field -> field.startsWith(GRANT_TYPE))
                    .map(field -> URLDecoder.decode(field.substring(GRANT_TYPE.length()), StandardCharsets.UTF_8))
                    .findFirst();
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static Optional<Pair> pair(String authorization) {
        if (authorization == null || !authorization.startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).trim());
            String text = new String(decoded, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Pair(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
