package dev.kvitt.messaging.operators;

import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Errors of the operators' door (RFC 9457). */
final class Problems {

    private Problems() {}

    static Response of(int status, String code, String sentence) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(Map.of("status", status, "title", "Not done", "code", code, "detail", sentence))
                .build();
    }
}
