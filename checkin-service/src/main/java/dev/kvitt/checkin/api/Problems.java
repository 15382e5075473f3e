package dev.kvitt.checkin.api;

import dev.kvitt.checkin.domain.CodeRefusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Errors of the code API (RFC 9457). */
final class Problems {

    private Problems() {}

    static Response of(CodeRefusal refusal) {
        var status =
                switch (refusal.kind()) {
                    case INVALID -> 400;
                    case NOT_FOUND -> 404;
                    case CONFLICT -> 409;
                    case NOT_NOW -> 503;
                };
        return of(status, refusal.code(), refusal.getMessage());
    }

    static Response of(int status, String code, String sentence) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(Map.of("status", status, "title", "Not done", "code", code, "detail", sentence))
                .build();
    }

    static Response unauthorized() {
        return Response.fromResponse(of(401, "unauthorized", "Show a bearer token of kvitt.checkin.code-tokens."))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
