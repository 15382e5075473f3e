package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.Journal;
import dev.kvitt.sandbox.faults.Fault;
import dev.kvitt.sandbox.faults.FaultKind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Fails those requests that fail after the work, and tells the journal what the work was. */
class FaultFilter {

    private static final int OK = 200;
    private static final byte[] NOT_JSON = "upstream request timeout".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HTML = "<html><head><title>Service</title></head><body>Please try again.</body></html>"
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] BEGINNING = "{\"reference\":\"".getBytes(StandardCharsets.UTF_8);

    private final Journal journal;
    private final FaultAnswers answers;
    private final Call call;

    FaultFilter(Journal journal, FaultAnswers answers, Call call) {
        this.journal = journal;
        this.answers = answers;
        this.call = call;
    }

    @ServerResponseFilter
    Uni<Void> afterWork(ContainerResponseContext response, RoutingContext context) {
        Optional<Exchange> exchange = Exchange.of(context);
        exchange.ifPresent(known -> known.worked(call));
        return exchange.map(known -> Uni.createFrom()
                        .completionStage(waited(context, known.faults().waitAfter())
                                .compose(done -> strike(response, context, known))
                                .toCompletionStage()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Future<Void> strike(ContainerResponseContext response, RoutingContext context, Exchange exchange) {
        Optional<Fault> fault = exchange.faults().after();
        if (fault.isEmpty()) {
            return Future.succeededFuture();
        }
        return switch (fault.get().kind()) {
            case ANSWER_LOST, RESET -> exchange.cut(journal, fault.get().kind() == FaultKind.RESET);
            case GARBAGE -> garbage(response, fault.get().body());
            default ->
                replace(
                        response,
                        answers.serverError(fault.get(), context.request().path()));
        };
    }

    private static Future<Void> garbage(ContainerResponseContext response, Fault.Garbage garbage) {
        MediaType json = MediaType.APPLICATION_JSON_TYPE;
        response.setStatus(OK);
        switch (garbage) {
            case NOT_JSON -> response.setEntity(NOT_JSON, null, json);
            case HTML -> response.setEntity(HTML, null, MediaType.TEXT_HTML_TYPE);
            case CUT -> response.setEntity(firstHalf(response.getEntity()), null, json);
        }
        return Future.succeededFuture();
    }

    private static byte[] firstHalf(Object entity) {
        return entity instanceof byte[] whole && whole.length > 1 ? Arrays.copyOf(whole, whole.length / 2) : BEGINNING;
    }

    private static Future<Void> replace(ContainerResponseContext response, Response other) {
        response.setStatus(other.getStatus());
        response.setEntity(other.getEntity(), null, other.getMediaType());
        response.getHeaders().remove(HttpHeaders.RETRY_AFTER);
        return Future.succeededFuture();
    }

    private static Future<Void> waited(RoutingContext context, Duration wait) {
        if (wait.isZero()) {
            return Future.succeededFuture();
        }
        Promise<Void> over = Promise.promise();
        context.vertx().setTimer(Math.max(1, wait.toMillis()), timer -> over.complete());
        return over.future();
    }
}
