package dev.kvitt.checkin.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;

/** The page's style and script: a few kilobytes, fetched once a day. */
@Path("/p/a/{name}")
public class PageAssets {

    private static final Map<String, String> TYPES =
            Map.of("page.css", "text/css; charset=utf-8", "page.js", "text/javascript; charset=utf-8");

    @GET
    public Response get(@PathParam("name") String name, @Context HttpServerRequest request) throws IOException {
        var type = TYPES.get(name);
        if (type == null) {
            throw new NotFoundException();
        }
        try (var file = PageAssets.class.getResourceAsStream("/page/" + name)) {
            // In place of the no-store that all answers of this service carry.
            request.response().putHeader("Cache-Control", "public, max-age=86400");
            return Response.ok(file.readAllBytes(), type).build();
        }
    }
}
