package dev.kvitt.sandbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kvitt.sandbox.domain.Ids;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers in the shapes the APIs document; errors differ between them. */
@ApplicationScoped
class Responses {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INTERNAL = 500;
    private static final int FAILURE_CODE = 100_001;

    /** Of the payment and webhook APIs (RFC 7807). */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ProblemBody(
            String type,
            String title,
            String detail,
            String instance,
            int status,
            List<FieldProblem> extraDetails,
            String traceId) {}

    /** Of the exchanges for a phone number, which have a shape of their own. */
    record ExchangeProblem(String title, int status, String detail, List<FieldProblem> extraDetails) {}

    /** Of the Report API. */
    record ReportProblem(String type, String title, int status, String detail, String instance) {}

    /** Of the Report API, where the fault is not the caller's. */
    record ReportFailure(int errorCode, String errorMessage, String contextId) {}

    private final JsonBodies bodies;
    private final Ids ids;

    Responses(JsonBodies bodies, Ids ids) {
        this.bodies = bodies;
        this.ids = ids;
    }

    Response json(int status, Object body) {
        return write(status, JSON, body).build();
    }

    /** A success that calls itself a problem, as the specification does for modifications. */
    Response problemJson(int status, Object body) {
        return write(status, PROBLEM, body).build();
    }

    /** The API gateway's own shape, not a problem. */
    Response gateway(int status, String message) {
        return json(status, Map.of("statusCode", status, "message", message));
    }

    /** The API gateway's own shape, not a problem. */
    Response unauthorized(String message) {
        return gateway(UNAUTHORIZED, message);
    }

    /**
     * The API gateway's own shape, not a problem.
     *
     * @param wait empty = the answer does not tell, as the gateway sometimes does not
     */
    Response tooManyRequests(Optional<Duration> wait) {
        Optional<Long> seconds =
                wait.map(exact -> Math.max(1, exact.plusMillis(999).toSeconds()));
        String message = "Rate limit is exceeded."
                + seconds.map(whole -> " Try again in " + whole + " seconds.").orElse("");
        Response.ResponseBuilder answer =
                write(TOO_MANY_REQUESTS, JSON, Map.of("statusCode", TOO_MANY_REQUESTS, "message", message));
        seconds.ifPresent(whole -> answer.header(HttpHeaders.RETRY_AFTER, whole));
        return answer.build();
    }

    Response refused(Refusal refusal, String path) {
        return switch (refusal) {
            case Refusal.Coded(ErrorCode code, String detail) ->
                error(
                        path,
                        code.status(),
                        code.title(),
                        detail,
                        List.of(new FieldProblem("ErrorCode", String.valueOf(code.number()))));
            case Refusal.Malformed malformed ->
                error(
                        path,
                        malformed.status(),
                        "Bad Request",
                        "One or more validation errors occurred.",
                        malformed.problems());
            case Refusal.TooLate tooLate ->
                error(path, tooLate.status(), "Conflict", "The payment is " + tooLate.state() + ".", List.of());
        };
    }

    Response error(String path, int status, String title, String detail, List<FieldProblem> problems) {
        String traceId = ids.traceId();
        String type = "https://httpstatuses.io/" + status;
        if (path.startsWith(MerchantApis.EXCHANGE_QR)) {
            return json(status, new ExchangeProblem(title, status, detail, problems));
        }
        if (MerchantApis.isReport(path)) {
            return reportError(path, status, title, detail, traceId);
        }
        boolean newer = path.startsWith(MerchantApis.PAYMENTS) || path.startsWith(MerchantApis.WEBHOOKS);
        return newer
                ? write(status, PROBLEM, new ProblemBody(type, title, detail, inner(path), status, problems, traceId))
                        .build()
                : json(status, InvalidParams.of(type, title, detail, traceId, problems));
    }

    /** The Report API's: an internal error has another shape than what is wrong with a request. */
    private Response reportError(String path, int status, String title, String detail, String traceId) {
        return status >= INTERNAL
                ? json(status, new ReportFailure(FAILURE_CODE, title, traceId))
                : write(
                                status,
                                PROBLEM,
                                new ReportProblem("https://httpstatuses.io/" + status, title, status, detail, path))
                        .build();
    }

    /** The path as the API behind the gateway sees it: without the API's name. */
    private static String inner(String path) {
        return path.substring(path.indexOf('/', 1));
    }

    private Response.ResponseBuilder write(int status, String type, Object body) {
        try {
            return Response.status(status).type(type).entity(bodies.mapper().writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer could not be written as JSON", e);
        }
    }
}
