package dev.kvitt.vipps.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.vipps.client.ErrorCode;
import dev.kvitt.vipps.client.FieldReason;
import dev.kvitt.vipps.client.VippsError;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads an error answer of any shape: problem+json with {@code extraDetails} (ePayment, webhooks, QR) or {@code invalidParams} (Order
 * Management), the gateway's own, or no JSON at all.
 */
final class ErrorAnswer {
    private static final Pattern CODE = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern TRACE_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private ErrorAnswer() {}

    static VippsError read(VippsError.Stage stage, Transmission.Answered answer) {
        JsonNode body = bodyOf(answer.body());
        List<JsonNode> details = Stream.of("extraDetails", "invalidParams")
                .map(body::path)
                .filter(JsonNode::isArray)
                .flatMap(JsonNode::valueStream)
                .toList();
        return new VippsError(
                stage, answer.status(), code(details), title(body, answer.status()), reasons(details), traceId(body));
    }

    static Optional<String> traceId(String body) {
        return traceId(bodyOf(body));
    }

    private static Optional<String> traceId(JsonNode body) {
        return Optional.of(body.path("traceId").asText(""))
                .filter(id -> TRACE_ID.matcher(id).matches());
    }

    private static Optional<ErrorCode> code(List<JsonNode> details) {
        return details.stream()
                .filter(ErrorAnswer::isCode)
                .map(detail -> detail.path("reason").asText(""))
                .filter(reason -> CODE.matcher(reason).matches())
                .map(reason -> new ErrorCode(Integer.parseInt(reason)))
                .findFirst();
    }

    private static List<FieldReason> reasons(List<JsonNode> details) {
        return details.stream()
                .filter(detail -> !isCode(detail))
                .limit(FieldReasons.MAX)
                .map(detail -> FieldReasons.of(
                        detail.path("name").asText(""), detail.path("reason").asText("")))
                .toList();
    }

    private static boolean isCode(JsonNode detail) {
        return detail.path("name").asText("").equalsIgnoreCase("ErrorCode");
    }

    private static String title(JsonNode body, int status) {
        for (String field : List.of("title", "message", "error")) {
            String text =
                    body.path(field).isTextual() ? Redaction.of(body.path(field).textValue()) : "";
            if (!text.isBlank()) {
                return text;
            }
        }
        return "HTTP " + status + " without an explanation";
    }

    /** An error without readable JSON is still an error; its status says what is needed. */
    private static JsonNode bodyOf(String body) {
        try {
            return Json.read(body);
        } catch (UnreadableAnswer notJson) {
            return Json.object();
        }
    }
}
