package dev.kvitt.operations.security;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
    private final ConsoleHeaders headers;

    Refusals(Instance<HttpAuthenticator> authenticator, ConsoleHeaders headers) {
        this.authenticator = authenticator;
        this.headers = headers;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance alone(String title, String text);
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
                : page(
                        context,
                        "Your role does not allow this",
                        "Nothing was done. Go back, ask somebody who has the role, or whoever gives out the roles viewer, operator and"
                                + " finance.");
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

    Response outOfDate(RoutingContext context) {
        return page(
                context,
                "This form is out of date",
                "Nothing was done: you have logged in anew since it was loaded, or it did not come from the console. Go back, load the page"
                        + " again and decide once more.");
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

    private Response page(RoutingContext context, String title, String sentence) {
        headers.protect(context.response());
        return Response.status(FORBIDDEN)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(Templates.alone(title, sentence).render())
                .build();
    }
}
