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

    static Response unknown() {
        return problem(404, "No such customer", "nobody is remembered under this; they may have been erased");
    }

    static Response problem(int status, String title, String detail) {
        return Response.status(status)
                .type("application/problem+json")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Map.of("status", status, "title", title, "detail", detail))
                .build();
    }
}
