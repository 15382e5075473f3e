package dev.kvitt.sandbox.webhooks;

import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.webhook.SignatureHeaders;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Posts a delivery once. Follows no redirect: that would be another receiver than the registered one. */
@ApplicationScoped
class DeliveryClient {

    /**
     * What came of it.
     *
     * @param status the receiver's HTTP status; 0 if it gave none in time
     * @param problem why it gave none
     * @param faults ids of the faults that spoiled this attempt
     */
    record Answer(int status, Optional<String> problem, List<String> faults) {}

    private static final String REGISTRATION_HEADER = "Webhook-Id";

    private final HttpClient http;
    private final AttemptSigner signer;
    private final long timeoutMillis;
    private final boolean idHeader;

    DeliveryClient(Vertx vertx, AttemptSigner signer, SandboxConfig config) {
        this.signer = signer;
        this.timeoutMillis = config.webhooks().answerTimeout().toMillis();
        this.idHeader = config.rules().switches().webhooks().idHeader();
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(timeoutMillis))
                // A receiver that answers and never ends its answer must not keep a connection for ever.
                .setIdleTimeout(Math.toIntExact(2 * timeoutMillis))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxPoolSize(config.webhooks().connections()));
    }

    Future<Answer> post(Delivery delivery) {
        SignedAttempt attempt = signer.sign(delivery);
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(delivery.registration().url().toASCIIString())
                .setFollowRedirects(false);
        return http.request(options)
                .compose(request -> send(request, delivery, attempt))
                .map(status -> new Answer(status, Optional.empty(), attempt.faults()))
                .otherwise(none -> new Answer(0, Optional.of(none.getClass().getSimpleName()), attempt.faults()));
    }

    private Future<Integer> send(HttpClientRequest request, Delivery delivery, SignedAttempt attempt) {
        SignatureHeaders signed = attempt.signature();
        request.putHeader(HttpHeaders.HOST, delivery.target().host())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(SignatureHeaders.DATE, signed.date())
                .putHeader(SignatureHeaders.CONTENT_SHA256, signed.contentSha256())
                .putHeader(SignatureHeaders.AUTHORIZATION, signed.authorization());
        if (idHeader) {
            request.putHeader(REGISTRATION_HEADER, delivery.registration().id().toString());
        }
        return request.send(Buffer.buffer(attempt.body()))
                .map(HttpClientResponse::statusCode)
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .onFailure(late -> request.reset());
    }
}
