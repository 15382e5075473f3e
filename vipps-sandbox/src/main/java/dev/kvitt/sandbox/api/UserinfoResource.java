package dev.kvitt.sandbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.customers.SharedProfiles;
import dev.kvitt.sandbox.domain.Ids;
import dev.kvitt.sandbox.domain.SandboxClock;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The Userinfo API: what a customer shared with a sales unit, for 168 hours. */
@Path("/vipps-userinfo-api/userinfo/{sub}")
@RunOnVirtualThread
public class UserinfoResource {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** @param status text, unlike in the other APIs */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ErrorBody(String type, String title, String status, String detail, String instance) {}

    private final SharedProfiles profiles;
    private final SandboxClock clock;
    private final Responses responses;
    private final Ids ids;
    private final Call call;

    UserinfoResource(SharedProfiles profiles, SandboxClock clock, Responses responses, Ids ids, Call call) {
        this.profiles = profiles;
        this.clock = clock;
        this.responses = responses;
        this.ids = ids;
        this.call = call;
    }

    @GET
    public Response get(@PathParam("sub") String sub) {
        if (!isName(sub)) {
            return error(BAD_REQUEST, "Bad Request", "This cannot be a sub.");
        }
        return switch (profiles.userinfo(call.merchant().msn(), sub, clock.now())) {
            case SharedProfiles.Answer.Known(var userinfo) -> answer(OK, userinfo);
            case SharedProfiles.Answer.Foreign foreign ->
                error(FORBIDDEN, "Forbidden", "This sub was given to another sales unit.");
            case SharedProfiles.Answer.Unknown unknown ->
                error(NOT_FOUND, "Not Found", "Nothing is shared under this sub, or not any more.");
        };
    }

    private static boolean isName(String sub) {
        try {
            return UUID.fromString(sub).toString().equals(sub);
        } catch (IllegalArgumentException noUuid) {
            return false;
        }
    }

    private Response error(int status, String title, String detail) {
        String type = "https://httpstatuses.io/" + status;
        return answer(status, new ErrorBody(type, title, String.valueOf(status), detail, ids.traceId()));
    }

    private Response answer(int status, Object body) {
        return Response.fromResponse(responses.json(status, body))
                .type(TokenAnswers.JSON)
                .build();
    }
}
