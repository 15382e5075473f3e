package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.SalesUnitKeys;
import dev.kvitt.vipps.client.SystemName;
import dev.kvitt.vipps.client.VippsEnvironment;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/** Builds requests with the headers Vipps wants. */
final class RequestHeaders {
    private static final String SUBSCRIPTION_KEY = "Ocp-Apim-Subscription-Key";

    private final VippsEnvironment environment;
    private final SalesUnitKeys keys;

    RequestHeaders(VippsEnvironment environment, SalesUnitKeys keys) {
        this.environment = environment;
        this.keys = keys;
    }

    HttpRequest tokenRequest() {
        return common(AccessTokens.PATH)
                .header(SUBSCRIPTION_KEY, keys.subscriptionKeys().getFirst())
                .header("client_id", keys.clientId())
                .header("client_secret", keys.clientSecret())
                .POST(BodyPublishers.noBody())
                .build();
    }

    HttpRequest request(Call call, AccessToken token) {
        HttpRequest.Builder request = common(call.path()).header("Authorization", "Bearer " + token.value());
        if (call.withSubscriptionKey()) {
            request.header(SUBSCRIPTION_KEY, keys.subscriptionKeys().getFirst());
        }
        call.headers().forEach(request::setHeader);
        call.key().ifPresent(key -> request.header("Idempotency-Key", key.value()));
        call.body().ifPresent(json -> request.header("Content-Type", "application/json"));
        BodyPublisher body = call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
        return request.method(call.method(), body).build();
    }

    private HttpRequest.Builder common(String path) {
        SystemName system = environment.system();
        return HttpRequest.newBuilder(URI.create(environment.baseUri() + path))
                .header("Accept", "application/json, application/problem+json")
                .header("Merchant-Serial-Number", keys.msn().value())
                .header("Vipps-System-Name", system.name())
                .header("Vipps-System-Version", system.version())
                .header("Vipps-System-Plugin-Name", system.pluginName())
                .header("Vipps-System-Plugin-Version", system.pluginVersion());
    }
}
