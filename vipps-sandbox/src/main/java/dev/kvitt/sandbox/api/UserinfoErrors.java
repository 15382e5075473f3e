package dev.kvitt.sandbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.domain.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** The Userinfo API's errors have a shape of their own, that of a missing token too. */
@ApplicationScoped
class UserinfoErrors {

    /** @param status text, unlike in the other APIs */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Body(String type, String title, String status, String detail, String instance) {}

    private final Responses responses;
    private final Ids ids;

    UserinfoErrors(Responses responses, Ids ids) {
        this.responses = responses;
        this.ids = ids;
    }

    Response of(int status, String title, String detail) {
        String type = "https://httpstatuses.io/" + status;
        Body body = new Body(type, title, String.valueOf(status), detail, ids.traceId());
        return Response.fromResponse(responses.json(status, body))
                .type(TokenAnswers.JSON)
                .build();
    }
}
