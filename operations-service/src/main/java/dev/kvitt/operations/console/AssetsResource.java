package dev.kvitt.operations.console;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;

/** The console's style and scripts, htmx among them; all from this very service. */
@PermitAll
@Path("/console/a/{name}")
public class AssetsResource {

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /** By name: where it is in the class path, and what it is. */
    private static final Map<String, Asset> ASSETS = Map.of(
            "console.css", new Asset("/console/console.css", "text/css; charset=utf-8"),
            "console.js", new Asset("/console/console.js", SCRIPT),
            "htmx.js", new Asset("/META-INF/resources/webjars/htmx.org/" + htmx() + "/dist/htmx.min.js", SCRIPT));

    private record Asset(String file, String type) {}

    @GET
    public Response get(@PathParam("name") String name, @Context HttpServerRequest request) throws IOException {
        var asset = ASSETS.get(name);
        if (asset == null) {
            throw new NotFoundException();
        }
        try (var file = AssetsResource.class.getResourceAsStream(asset.file())) {
            // In place of the no-store that all answers of this service carry; short, so that a new release is seen
            // soon.
            request.response().putHeader("Cache-Control", "public, max-age=3600");
            return Response.ok(file.readAllBytes(), asset.type()).build();
        }
    }

    /** Its version, as the jar itself says. */
    private static String htmx() {
        try (var in =
                AssetsResource.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/htmx.org/pom.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new IllegalStateException("htmx is not in the class path", e);
        }
    }
}
