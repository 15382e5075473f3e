package dev.kvitt.sandbox.phone;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What browsers may do with the phone's pages: run its own script and style and nobody else's. */
public class PageHeaders {

    /**
     * A form may end at a merchant's page, which a redirect from here counts as. Pages of this machine may show the phone
     * beside themselves.
     */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'self' http: https:;"
                    + " frame-ancestors 'self' http://localhost:* http://127.0.0.1:*";

    @ServerResponseFilter
    public void protect(ContainerRequestContext request, ContainerResponseContext answer) {
        String path = request.getUriInfo().getPath();
        if (path.startsWith("/phone") || path.startsWith(LandingPage.PATH)) {
            answer.getHeaders().putSingle("Content-Security-Policy", POLICY);
            answer.getHeaders().putSingle("Cache-Control", "no-store");
            answer.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
            answer.getHeaders().putSingle("Referrer-Policy", "no-referrer");
        }
    }
}
