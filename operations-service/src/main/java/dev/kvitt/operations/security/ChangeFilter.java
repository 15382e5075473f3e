package dev.kvitt.operations.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Lets no change through that a page of another site could have caused: below {@code /console} by the form's value, below {@code /api} because a header is needed. */
@Singleton
public class ChangeFilter {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

    /** Got when first asked: filters are made before there are settings. */
    private final Instance<Forms> forms;

    private final Instance<Refusals> refusals;
    private final SecurityIdentity identity;

    ChangeFilter(Instance<Forms> forms, Instance<Refusals> refusals, SecurityIdentity identity) {
        this.forms = forms;
        this.refusals = refusals;
        this.identity = identity;
    }

    @WithFormRead
    @ServerRequestFilter
    public Response check(ResteasyReactiveContainerRequestContext request, RoutingContext context) {
        if (LOOKING.contains(request.getMethod())) {
            return null;
        }
        var path = context.normalizedPath();
        if (path.startsWith("/console/")) {
            return forms.get().isOurs(context, user(identity), given(request, context))
                    ? null
                    : refusals.get().outOfDate(context);
        }
        if (path.startsWith("/api/") && context.request().getHeader("Authorization") == null) {
            return Refusals.needsToken();
        }
        return null;
    }

    private static String given(ResteasyReactiveContainerRequestContext request, RoutingContext context) {
        var header = context.request().getHeader(Forms.HEADER);
        if (header != null) {
            return header;
        }
        var asked = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        return asked.getFormParameter(Forms.FIELD, true, false) instanceof String field ? field : null;
    }

    /** The name that forms are made for; empty before the login. */
    public static String user(SecurityIdentity identity) {
        return identity.isAnonymous() ? "" : identity.getPrincipal().getName();
    }
}
