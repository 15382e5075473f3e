package dev.kvitt.sandbox.api;

import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.orders.ImageBody;
import dev.kvitt.vipps.rules.orders.ImageRule;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** Images of the Order Management API, for categories to name. */
@Path("/order-management/v1/images")
@RunOnVirtualThread
public class ImageResource {

    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final JsonBodies bodies;
    private final Responses responses;
    private final Call call;

    ImageResource(JsonBodies bodies, Responses responses, Call call) {
        this.bodies = bodies;
        this.responses = responses;
        this.call = call;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(byte[] body, @Context UriInfo uri) {
        ImageBody asked = bodies.readImage(body);
        call.about(asked.imageId());
        return switch (ImageRule.judge(asked)) {
            case ImageRule.Verdict.Refused(var problems) ->
                responses.refused(new Refusal.Malformed(problems), uri.getPath());
            case ImageRule.Verdict.Fine(var header) -> {
                if (!call.merchant().orders().addImage(asked.imageId(), header)) {
                    yield responses.error(
                            uri.getPath(),
                            CONFLICT,
                            "Conflict",
                            "Duplicate image: this id is taken, and images cannot be overwritten.",
                            List.of());
                }
                call.changedSomething();
                yield responses.json(OK, Map.of("imageId", asked.imageId()));
            }
        };
    }
}
