package dev.kvitt.sandbox.webhooks;

import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.webhook.SignatureHeaders;
import dev.kvitt.vipps.rules.webhook.WebhookSignature;
import dev.kvitt.vipps.rules.webhook.WebhookTarget;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Signs a delivery and posts it once. Follows no redirect: that would be another receiver than the registered one. */
@ApplicationScoped
class DeliveryClient {

    private static final String REGISTRATION_HEADER = "Webhook-Id";

    private final HttpClient http;
    private final long timeoutMillis;
    private final SandboxClock clock;
    private final RulesSwitches.Webhooks switches;

    DeliveryClient(Vertx vertx, SandboxConfig config, SandboxClock clock) {
        this.timeoutMillis = config.webhooks().answerTimeout().toMillis();
        this.clock = clock;
        this.switches = config.rules().switches().webhooks();
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(timeoutMillis))
                .setMaxPoolSize(config.webhooks().connections()));
    }

    /** @return the receiver's HTTP status; failed if it gave none in time */
    Future<Integer> post(Delivery delivery) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(delivery.registration().url().toASCIIString())
                .setFollowRedirects(false);
        return http.request(options).compose(request -> send(request, delivery));
    }

    private Future<Integer> send(HttpClientRequest request, Delivery delivery) {
        Instant date = switches.retriesFreshlyDated() ? clock.realNow() : delivery.queuedAt();
        WebhookTarget target = switches.signedHostHasPort()
                ? delivery.target()
                : delivery.target().withoutPort();
        SignatureHeaders signed =
                WebhookSignature.sign(delivery.registration().secret(), target, date, delivery.body());
        request.putHeader(HttpHeaders.HOST, delivery.target().host())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(SignatureHeaders.DATE, signed.date())
                .putHeader(SignatureHeaders.CONTENT_SHA256, signed.contentSha256())
                .putHeader(SignatureHeaders.AUTHORIZATION, signed.authorization());
        if (switches.idHeader()) {
            request.putHeader(REGISTRATION_HEADER, delivery.registration().id().toString());
        }
        return request.send(Buffer.buffer(delivery.body()))
                .map(HttpClientResponse::statusCode)
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .onFailure(late -> request.reset());
    }
}
