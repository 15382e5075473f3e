package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.SalesUnitKeys;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** A sales unit's keys with one of its subscription keys. */
final class SalesUnitCredentials implements Credentials {
    private static final String SUBSCRIPTION_KEY = "Ocp-Apim-Subscription-Key";
    private static final Call TOKEN = Call.post("/accesstoken/get");

    private final RequestHeaders headers;
    private final SalesUnitKeys keys;
    private final String subscriptionKey;

    SalesUnitCredentials(RequestHeaders headers, SalesUnitKeys keys, String subscriptionKey) {
        this.headers = headers;
        this.keys = keys;
        this.subscriptionKey = subscriptionKey;
    }

    @Override
    public Call tokenCall() {
        return TOKEN;
    }

    @Override
    public HttpRequest tokenRequest() {
        return own(headers.token(TOKEN))
                .header(SUBSCRIPTION_KEY, subscriptionKey)
                .header("client_id", keys.clientId())
                .header("client_secret", keys.clientSecret())
                .POST(BodyPublishers.noBody())
                .build();
    }

    @Override
    public HttpRequest request(Call call, AccessToken token) {
        HttpRequest.Builder request = own(headers.call(call, token));
        if (call.withSubscriptionKey()) {
            request.header(SUBSCRIPTION_KEY, subscriptionKey);
        }
        return request.build();
    }

    private HttpRequest.Builder own(HttpRequest.Builder request) {
        return request.header("Merchant-Serial-Number", keys.msn().value());
    }
}
