package dev.kvitt.operations.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is said to whoever may not. */
@Singleton
public class Refusals {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Instance<HttpAuthenticator> authenticator;

    Refusals(Instance<HttpAuthenticator> authenticator) {
        this.authenticator = authenticator;
    }

    @ServerExceptionMapper
    public Uni<Response> unauthorized(UnauthorizedException e, RoutingContext context) {
        return context.normalizedPath().startsWith("/api/")
                ? Uni.createFrom().item(needsToken())
                : authenticator.get().getChallenge(context).map(Refusals::challenge);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e, RoutingContext context) {
        return context.normalizedPath().startsWith("/api/")
                ? problem(
                        FORBIDDEN,
                        "not-allowed",
                        "Your role does not allow this. Nothing was done. Ask whoever gives out the roles viewer, operator and"
                                + " finance.")
                : text(
                        FORBIDDEN,
                        "Your role does not allow this. Nothing was done. Go back, or log in as somebody else.");
    }

    static Response needsToken() {
        return Response.fromResponse(problem(
                        UNAUTHORIZED,
                        "unauthorized",
                        "Show a bearer token: one of kvitt.operations.tokens, or one of the installation's login. Nothing was"
                                + " done."))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    static Response outOfDate() {
        return text(
                FORBIDDEN,
                "This form is out of date, or did not come from the console. Nothing was done. Go back, load the page again and"
                        + " decide once more.");
    }

    private static Response challenge(ChallengeData challenge) {
        var answer = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        return answer.build();
    }

    private static Response problem(int status, String code, String sentence) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(Map.of("status", status, "title", "Not done", "code", code, "detail", sentence))
                .build();
    }

    private static Response text(int status, String sentence) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .entity(sentence)
                .build();
    }
}
