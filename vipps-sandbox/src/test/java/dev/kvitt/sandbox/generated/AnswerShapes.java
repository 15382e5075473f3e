package dev.kvitt.sandbox.generated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.sandbox.domain.VippsApi;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The shapes in which errors are documented: each API's own, and the gateway's before it. */
final class AnswerShapes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int READ_TO_THE_END = 256 * 1024;

    /** Answered before a request is read as one: its first lines, headers or length were impossible. */
    private static final Set<Integer> BY_THE_HTTP_SERVER = Set.of(400, 408, 413, 414, 417, 431);

    private static final Set<Integer> BY_THE_GATEWAY = Set.of(401, 403, 404, 405, 406, 413, 415, 422, 429);

    private AnswerShapes() {}

    /** What is wrong with an answer; empty = nothing. */
    static Optional<String> complaint(RawRequest request, RawAnswer answer) {
        if (answer.status() >= 500) {
            return Optional.of("a fault of the sandbox");
        }
        if (answer.status() == 0) {
            // A body beyond the limit is not read to its end.
            return request.bytes().length > READ_TO_THE_END
                    ? Optional.empty()
                    : Optional.of("closed without an answer");
        }
        if (answer.isGood() || request.method().equals("HEAD") || leavesTheApi(request)) {
            return Optional.empty();
        }
        if (answer.body().isEmpty()) {
            return BY_THE_HTTP_SERVER.contains(answer.status())
                    ? Optional.empty()
                    : Optional.of("an error without a body");
        }
        JsonNode body = json(answer.body());
        boolean known = isGateway(answer, body) || isOfApi(request.target(), answer, body);
        return known ? Optional.empty() : Optional.of("an error in a shape that is not this API's");
    }

    private static boolean isOfApi(String target, RawAnswer answer, JsonNode body) {
        return switch (VippsApi.of(target.replaceFirst("^(http://127.0.0.1)?/+", "/"))
                .orElse(VippsApi.REPORT)) {
            case EPAYMENT, WEBHOOKS -> isProblem(answer, body);
            case ACCESS_TOKEN -> has(body, "error", "error_description") || isOlderProblem(body);
            case USERINFO ->
                (has(body, "type", "title", "status", "detail") && isStatus(answer, body)) || isOlderProblem(body);
            case QR ->
                target.contains("/exchange")
                        ? has(body, "title", "status", "detail", "extraDetails") && isStatus(answer, body)
                        : has(body, "title", "detail", "instance") || (answer.status() == 409 && has(body, "id"));
            case ORDER_MANAGEMENT -> isOlderProblem(body);
            case REPORT ->
                has(body, "code", "message")
                        || (has(body, "type", "title", "status", "detail", "instance") && isStatus(answer, body));
        };
    }

    /** Also for what is refused before tokens or userinfo are reached, where nothing is documented: headers, media types. */
    private static boolean isOlderProblem(JsonNode body) {
        return has(body, "type", "title", "detail", "instance");
    }

    private static boolean isStatus(RawAnswer answer, JsonNode body) {
        return body.path("status").asInt() == answer.status();
    }

    /** Then nobody's documentation says anything. */
    private static boolean leavesTheApi(RawRequest request) {
        return request.target().equals("*")
                || request.target().contains("..")
                || request.target().contains("%2e%2e");
    }

    private static boolean isProblem(RawAnswer answer, JsonNode body) {
        return answer.headers().getOrDefault("content-type", "").startsWith("application/problem+json")
                && has(body, "type", "title", "status", "traceId")
                && isStatus(answer, body);
    }

    private static boolean isGateway(RawAnswer answer, JsonNode body) {
        return BY_THE_GATEWAY.contains(answer.status())
                && has(body, "statusCode", "message")
                && body.path("statusCode").asInt() == answer.status();
    }

    private static boolean has(JsonNode body, String... fields) {
        return Stream.of(fields).allMatch(body::hasNonNull) && List.of(fields).size() <= body.size();
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }
}
