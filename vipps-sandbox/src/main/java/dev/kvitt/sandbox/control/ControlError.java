package dev.kvitt.sandbox.control;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Why the control API did nothing, in a sentence. */
public record ControlError(String message) {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    static WebApplicationException badRequest(String message) {
        return exception(BAD_REQUEST, message);
    }

    static WebApplicationException notFound(String message) {
        return exception(NOT_FOUND, message);
    }

    static WebApplicationException conflict(String message) {
        return exception(CONFLICT, message);
    }

    private static WebApplicationException exception(int status, String message) {
        return new WebApplicationException(Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(new ControlError(message))
                .build());
    }
}
