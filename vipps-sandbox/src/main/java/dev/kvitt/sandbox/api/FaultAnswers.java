package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.faults.Fault;
import dev.kvitt.vipps.rules.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The answers of requests that are made to fail; in the shapes the real ones have. */
@ApplicationScoped
class FaultAnswers {

    private final Responses responses;

    FaultAnswers(Responses responses) {
        this.responses = responses;
    }

    /** Answers in the place of the API. */
    void instead(RoutingContext context, Fault fault) {
        Response answer = of(fault, context.request().path());
        HttpServerResponse response = context.response().setStatusCode(answer.getStatus());
        answer.getStringHeaders().forEach(response::putHeader);
        response.end(Buffer.buffer((byte[]) answer.getEntity()));
    }

    Response serverError(Fault fault, String path) {
        return responses.error(
                path, fault.serverStatus(), "Internal Server Error", "An unexpected error occurred.", List.of());
    }

    private Response of(Fault fault, String path) {
        return switch (fault.kind()) {
            case UNAUTHORIZED -> responses.unauthorized("Unauthorized. Access token is missing or invalid.");
            case TOO_MANY_REQUESTS ->
                responses.tooManyRequests(
                        Optional.ofNullable(fault.retryAfter()).map(Duration::ofSeconds));
            case SERVER_ERROR -> serverError(fault, path);
            case LOCKED, TRY_LATER, FUNDS_UNAVAILABLE, ERROR_CODE ->
                responses.refused(Refusal.Coded.of(fault.errorCode()), path);
            default -> throw new IllegalArgumentException(fault.kind() + " has no answer of its own");
        };
    }
}
