package dev.kvitt.operations.security;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out who is asking: a token of the configuration for {@code /api}, whom the issuer of OpenID Connect knows for both, a
 * session of the console's own login for {@code /console}. A session is never good for {@code /api}: there, nothing a browser sends
 * by itself decides anything.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class OperatorsMechanism implements HttpAuthenticationMechanism {

    private static final int SEE_OTHER = 303;
    private static final int UNAUTHORIZED = 401;
    /** Sent by htmx. */
    private static final String PART_OF_A_PAGE = "HX-Request";

    private static final String LIVE = "/console/live";

    private final Tokens tokens;
    private final Users users;
    private final Sessions sessions;
    private final Cookies cookies;
    private final OidcAuthenticationMechanism oidc;
    private final BlockingSecurityExecutor blocking;
    private final boolean oidcEnabled;

    OperatorsMechanism(
            Tokens tokens,
            Users users,
            Sessions sessions,
            Cookies cookies,
            OidcAuthenticationMechanism oidc,
            BlockingSecurityExecutor blocking,
            AccessConfig config) {
        this.tokens = tokens;
        this.users = users;
        this.sessions = sessions;
        this.cookies = cookies;
        this.oidc = oidc;
        this.blocking = blocking;
        this.oidcEnabled = config.oidc().enabled();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var authorization = context.request().getHeader("Authorization");
        if (isApi(context)) {
            var holder = tokens.holder(authorization);
            if (holder.isPresent()) {
                var person = holder.get();
                return Uni.createFrom().item(identity(new TokenPrincipal(person.name()), person));
            }
            return oidcEnabled && authorization != null
                    ? oidc.authenticate(context, providers)
                    : Uni.createFrom().nullItem();
        }
        var session = context.request().getCookie(cookies.name(LoginResource.SESSION));
        if (session != null && users.wanted()) {
            return blocking.executeBlocking(() -> sessions.user(session.getValue(), !asksByItself(context))
                    .flatMap(users::named)
                    .map(person -> identity(new QuarkusPrincipal(person.name()), person))
                    .orElse(null));
        }
        return oidcEnabled && isConsole(context)
                ? oidc.authenticate(context, providers)
                : Uni.createFrom().nullItem();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        if (!isConsole(context)) {
            return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "Bearer"));
        }
        if (oidcEnabled && !users.wanted()) {
            return oidc.getChallenge(context);
        }
        if (context.request().getHeader(PART_OF_A_PAGE) != null) {
            // Put into the page, the login would stand where the news were.
            return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "HX-Redirect", "/console/login"));
        }
        var here = URLEncoder.encode(context.request().uri(), StandardCharsets.UTF_8);
        return Uni.createFrom().item(new ChallengeData(SEE_OTHER, "Location", "/console/login?to=" + here));
    }

    /** A page that somebody left open: its stream of news, and its parts that are loaded anew. */
    private static boolean asksByItself(RoutingContext context) {
        return context.request().getHeader(PART_OF_A_PAGE) != null || LIVE.equals(context.normalizedPath());
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    private static SecurityIdentity identity(Principal principal, Person person) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addRoles(person.roles().stream().map(Role::word).collect(Collectors.toSet()))
                .build();
    }

    private static boolean isApi(RoutingContext context) {
        return isBelow(context, "/api");
    }

    private static boolean isConsole(RoutingContext context) {
        return isBelow(context, "/console");
    }

    private static boolean isBelow(RoutingContext context, String root) {
        var path = Optional.ofNullable(context.normalizedPath()).orElse("");
        return path.equals(root) || path.startsWith(root + "/");
    }
}
