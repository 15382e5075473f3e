package dev.kvitt.gateway.api;

import dev.kvitt.gateway.GatewayConfig;
import dev.kvitt.tracing.Traceparent;
import dev.kvitt.vipps.rules.webhook.SignatureHeaders;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Where Vipps posts to. The path selects the secret; host and path of the signature are those that were registered, never
 * the request's own, which proxies change.
 */
@Path("/hooks/{token}")
public class HookResource {

    private static final Logger LOG = Logger.getLogger(HookResource.class);
    private static final List<String> SIGNED =
            List.of(SignatureHeaders.DATE, SignatureHeaders.CONTENT_SHA256, SignatureHeaders.AUTHORIZATION);

    private final Reception reception;
    private final NotTaken notTaken;
    private final GatewayConfig config;
    private final InstantSource clock;

    HookResource(Reception reception, NotTaken notTaken, GatewayConfig config, InstantSource clock) {
        this.reception = reception;
        this.notTaken = notTaken;
        this.config = config;
        this.clock = clock;
    }

    /** 200 when Kafka has it, 401 when it is not believed, 503 when it cannot be made safe in time; never a body. */
    @POST
    public Uni<Response> receive(@PathParam("token") String token, @Context HttpHeaders headers, byte[] body) {
        var begun = System.nanoTime();
        if (SIGNED.stream().anyMatch(name -> all(headers, name).size() > 1)) {
            return Uni.createFrom().item(response(notTaken.because(Cause.REPEATED_HEADER)));
        }
        var delivery = new Delivery(
                token,
                signature(headers),
                one(headers, Traceparent.HEADER),
                body == null ? new byte[0] : body,
                clock.instant());
        return Uni.createFrom()
                .completionStage(() -> reception.take(delivery))
                .ifNoItem()
                .after(config.answerTimeout())
                .recoverWithItem(() -> notTaken.because(Cause.TOO_SLOW))
                .onFailure()
                .recoverWithItem(HookResource::surprised)
                .invoke(answer -> WebhookCounts.answered(begun))
                .map(HookResource::response);
    }

    private static SignatureHeaders signature(HttpHeaders headers) {
        return new SignatureHeaders(
                one(headers, SignatureHeaders.DATE),
                one(headers, SignatureHeaders.CONTENT_SHA256),
                one(headers, SignatureHeaders.AUTHORIZATION));
    }

    private static String one(HttpHeaders headers, String name) {
        var values = all(headers, name);
        return values.isEmpty() ? null : values.getFirst();
    }

    private static List<String> all(HttpHeaders headers, String name) {
        var values = headers.getRequestHeader(name);
        return values == null ? List.of() : values;
    }

    private static Answer surprised(Throwable failure) {
        LOG.error("A webhook could not be handled and is answered 503; Vipps repeats it for 7 days", failure);
        return Answer.LATER;
    }

    private static Response response(Answer answer) {
        return Response.status(answer.status()).build();
    }
}
