package dev.kvitt.sandbox.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns unreadable requests into documented errors. */
class ErrorMappers {

    private final Responses responses;

    ErrorMappers(Responses responses) {
        this.responses = responses;
    }

    @ServerExceptionMapper
    Response refused(RefusedException exception, UriInfo uri) {
        return responses.refused(exception.refusal(), uri.getPath());
    }
}
