package dev.kvitt.shop;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Whoever has these pages sells with the shop's token: so only these pages may press their buttons. */
public class Guards {

    private static final int CONFLICT = 409;
    private static final int FORBIDDEN = 403;
    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    private final String policy;

    Guards(ShopConfig config) {
        var phone = config.phoneUrl().toString();
        // The phone shows the passenger's page as well.
        this.policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' "
                + phone + "; frame-src " + phone + " " + config.pageUrl()
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /** A page of somebody else may neither press our buttons nor come under a name of its own. */
    @ServerRequestFilter
    public Response onlyOurPages(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        var asked = request.getUriInfo().getPath().startsWith("/api") && site != null && !OURS.contains(site);
        if (asked || !LOOPBACK.contains(request.getUriInfo().getRequestUri().getHost())) {
            return problem(FORBIDDEN, "Only the shop's own pages may do this.");
        }
        return null;
    }

    @ServerResponseFilter
    public void protect(ContainerResponseContext answer) {
        answer.getHeaders().putSingle("Content-Security-Policy", policy);
        answer.getHeaders().putSingle("Cache-Control", "no-store");
        answer.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        answer.getHeaders().putSingle("Referrer-Policy", "no-referrer");
    }

    @ServerExceptionMapper
    public Response notPossible(NotPossibleException e) {
        return problem(CONFLICT, e.getMessage());
    }

    private static Response problem(int status, String title) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("title", title))
                .build();
    }
}
