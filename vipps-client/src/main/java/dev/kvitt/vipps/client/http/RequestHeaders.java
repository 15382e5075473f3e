package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.SystemName;
import dev.kvitt.vipps.client.VippsEnvironment;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/** The headers every request has, whoever's keys it carries. */
final class RequestHeaders {
    private final VippsEnvironment environment;

    RequestHeaders(VippsEnvironment environment) {
        this.environment = environment;
    }

    /** A request for a token, still without credentials. */
    HttpRequest.Builder token(Call call) {
        return common(call);
    }

    /** A call with its token, key and body, still without the owner's other headers. */
    HttpRequest.Builder call(Call call, AccessToken token) {
        HttpRequest.Builder request = common(call).header("Authorization", "Bearer " + token.value());
        call.headers().forEach(request::setHeader);
        call.key().ifPresent(key -> request.header("Idempotency-Key", key.value()));
        call.body().ifPresent(json -> request.header("Content-Type", "application/json"));
        BodyPublisher body = call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
        return request.method(call.method(), body);
    }

    private HttpRequest.Builder common(Call call) {
        SystemName system = environment.system();
        return HttpRequest.newBuilder(URI.create(environment.baseUri() + call.path()))
                .header("Accept", "application/json, application/problem+json")
                .header("Vipps-System-Name", system.name())
                .header("Vipps-System-Version", system.version())
                .header("Vipps-System-Plugin-Name", system.pluginName())
                .header("Vipps-System-Plugin-Version", system.pluginVersion());
    }
}
