package dev.kvitt.sandbox.qr;

import dev.kvitt.sandbox.domain.PublicUrls;
import dev.kvitt.sandbox.domain.RedirectQr;
import dev.kvitt.sandbox.domain.Sandbox;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Where a redirect code leads its scanner's browser: on to the merchant's page of this moment. */
@Path(PublicUrls.REDIRECTS)
@RunOnVirtualThread
public class RedirectResource {

    private static final int FOUND = 302;

    private final Sandbox sandbox;

    RedirectResource(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @GET
    @Path("{code}")
    public Response follow(@PathParam("code") String code) {
        RedirectQr redirect = sandbox.redirect(code).orElseThrow(NotFoundException::new);
        // Not an URI: the documented pattern allows what java.net.URI does not.
        return Response.status(FOUND)
                .header(HttpHeaders.LOCATION, redirect.redirectUrl())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
