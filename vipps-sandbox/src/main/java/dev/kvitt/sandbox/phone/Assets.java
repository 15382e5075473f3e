package dev.kvitt.sandbox.phone;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;

/** The phone's style, script and icon. From the jar by hand, because nothing of the sandbox is unpacked to a folder. */
@Path("/phone/assets")
@RunOnVirtualThread
public class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "phone.css", "text/css; charset=utf-8",
            "phone.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    @GET
    @Path("{name}")
    public Response get(@PathParam("name") String name) throws IOException {
        String type = TYPES.get(name);
        if (type == null) {
            throw new NotFoundException();
        }
        try (var file = Assets.class.getResourceAsStream("/phone/" + name)) {
            return Response.ok(file.readAllBytes(), type).build();
        }
    }
}
