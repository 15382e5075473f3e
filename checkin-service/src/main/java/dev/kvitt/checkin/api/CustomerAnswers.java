package dev.kvitt.checkin.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Answers about customers: nobody on the way may keep one. */
final class CustomerAnswers {

    private CustomerAnswers() {}

    static Response ok(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    static Response unauthorized() {
        return Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    /** With a code: a 404 without it comes from an address that is wrong, or from a proxy, and says nothing about a customer. */
    static Response unknown() {
        return problem(Map.of(
                "status",
                404,
                "code",
                "unknown-customer",
                "title",
                "No such customer",
                "detail",
                "nobody is remembered under this; they may have been erased"));
    }

    static Response problem(int status, String title, String detail) {
        return problem(Map.of("status", status, "title", title, "detail", detail));
    }

    private static Response problem(Map<String, Object> body) {
        return Response.status((int) body.get("status"))
                .type("application/problem+json")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body)
                .build();
    }
}
