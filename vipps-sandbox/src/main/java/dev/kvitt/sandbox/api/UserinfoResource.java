package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.customers.SharedProfiles;
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

    private final SharedProfiles profiles;
    private final SandboxClock clock;
    private final Responses responses;
    private final UserinfoErrors errors;
    private final Call call;

    UserinfoResource(
            SharedProfiles profiles, SandboxClock clock, Responses responses, UserinfoErrors errors, Call call) {
        this.profiles = profiles;
        this.clock = clock;
        this.responses = responses;
        this.errors = errors;
        this.call = call;
    }

    @GET
    public Response get(@PathParam("sub") String sub) {
        if (!isName(sub)) {
            return errors.of(BAD_REQUEST, "Bad Request", "This cannot be a sub.");
        }
        return switch (profiles.userinfo(call.merchant().msn(), sub, clock.now())) {
            case SharedProfiles.Answer.Known(var userinfo) -> answer(OK, userinfo);
            case SharedProfiles.Answer.Foreign foreign ->
                errors.of(FORBIDDEN, "Forbidden", "This sub was given to another sales unit.");
            case SharedProfiles.Answer.Unknown unknown ->
                errors.of(NOT_FOUND, "Not Found", "Nothing is shared under this sub, or not any more.");
        };
    }

    private static boolean isName(String sub) {
        try {
            return UUID.fromString(sub).toString().equals(sub);
        } catch (IllegalArgumentException noUuid) {
            return false;
        }
    }

    private Response answer(int status, Object body) {
        return Response.fromResponse(responses.json(status, body))
                .type(TokenAnswers.JSON)
                .build();
    }
}
