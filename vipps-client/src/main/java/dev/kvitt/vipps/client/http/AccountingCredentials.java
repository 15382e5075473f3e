package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.AccountingKeys;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Accounting keys: HTTP Basic for the token, and neither a subscription key nor a sales unit anywhere. */
final class AccountingCredentials implements Credentials {
    private static final Call TOKEN = Call.post("/miami/v1/token");

    private final RequestHeaders headers;
    private final AccountingKeys keys;

    AccountingCredentials(RequestHeaders headers, AccountingKeys keys) {
        this.headers = headers;
        this.keys = keys;
    }

    @Override
    public Call tokenCall() {
        return TOKEN;
    }

    @Override
    public HttpRequest tokenRequest() {
        String pair = keys.clientId() + ":" + keys.clientSecret();
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
        return headers.token(TOKEN)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
    }

    @Override
    public HttpRequest request(Call call, AccessToken token) {
        return headers.call(call, token).build();
    }
}
