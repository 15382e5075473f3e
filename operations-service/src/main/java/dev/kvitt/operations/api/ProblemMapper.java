package dev.kvitt.operations.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Writes problems as RFC 9457 has them. */
@Provider
public class ProblemMapper implements ExceptionMapper<Problem> {

    /** As it is written. */
    public record Body(int status, String code, String detail) {}

    @Override
    public Response toResponse(Problem problem) {
        return Response.status(problem.status())
                .type("application/problem+json")
                .entity(new Body(problem.status(), problem.code(), problem.getMessage()))
                .build();
    }
}
