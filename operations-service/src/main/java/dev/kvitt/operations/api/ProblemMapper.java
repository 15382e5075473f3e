package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Writes problems as RFC 9457 has them. */
@Provider
public class ProblemMapper implements ExceptionMapper<Problem> {

    /**
     * As it is written.
     *
     * @param id of what is in the way; absent where that is nothing that has one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Body(int status, String code, String detail, String id) {}

    @Override
    public Response toResponse(Problem problem) {
        return Response.status(problem.status())
                .type("application/problem+json")
                .entity(new Body(
                        problem.status(),
                        problem.code(),
                        problem.getMessage(),
                        problem.id().orElse(null)))
                .build();
    }
}
