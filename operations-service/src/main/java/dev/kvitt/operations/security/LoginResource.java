package dev.kvitt.operations.security;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** The console's own login, where a list of users is configured. */
@PermitAll
@Path("/console")
public class LoginResource {

    static final String SESSION = "kvitt-session";

    private static final Logger LOG = Logger.getLogger(LoginResource.class);
    private static final String HOME = "/console";
    private static final String HTML = "text/html; charset=utf-8";

    /** Only back into the console: what a link of somebody else names is not followed. */
    private static final Pattern INSIDE = Pattern.compile("/console(/[A-Za-z0-9._~/-]*)?(\\?[A-Za-z0-9._~=&%+/:-]*)?");

    private static final int SEE_OTHER = 303;
    private static final int WRONG = 422;
    private static final int TOO_MANY = 429;
    private static final int SECONDS = 60;

    private final Users users;
    private final Sessions sessions;
    private final LoginLimits limits;
    private final Cookies cookies;
    private final Forms forms;
    private final ConsoleHeaders headers;
    private final SecurityIdentity identity;

    LoginResource(
            Users users,
            Sessions sessions,
            LoginLimits limits,
            Cookies cookies,
            Forms forms,
            ConsoleHeaders headers,
            SecurityIdentity identity) {
        this.users = users;
        this.sessions = sessions;
        this.limits = limits;
        this.cookies = cookies;
        this.forms = forms;
        this.headers = headers;
        this.identity = identity;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        /** @param wrong may be absent */
        static native TemplateInstance login(String form, String to, String name, String wrong);
    }

    @GET
    @Path("login")
    public Response login(@QueryParam("to") String to, RoutingContext context) {
        return page(Response.Status.OK.getStatusCode(), context, to, "", null);
    }

    @POST
    @Path("login")
    public Response login(
            @FormParam("name") String name,
            @FormParam("password") String password,
            @FormParam("to") String to,
            RoutingContext context) {
        var given = name == null ? "" : name.strip();
        if (!limits.mayTry(given, address(context))) {
            return Response.fromResponse(page(
                            TOO_MANY, context, to, given, "That was tried too often. Wait a minute and try again."))
                    .header(HttpHeaders.RETRY_AFTER, SECONDS)
                    .build();
        }
        return users.with(given, password == null ? "" : password)
                .map(person -> {
                    LOG.infof("AUDIT %s logged in at the console", person.name());
                    return Response.status(SEE_OTHER)
                            .header(HttpHeaders.LOCATION, inside(to))
                            .cookie(cookies.cookie(SESSION, sessions.begin(person.name()), -1))
                            .build();
                })
                .orElseGet(() -> {
                    LOG.info("AUDIT somebody failed to log in at the console");
                    return page(WRONG, context, to, given, "Name or password is wrong.");
                });
    }

    /** Where the issuer sends whoever has logged out there. */
    @GET
    @Path("left")
    public Response left(RoutingContext context) {
        headers.protect(context.response());
        return Response.ok(
                        Refusals.Templates.alone("You are logged out", "Here and at the issuer that you logged in at.")
                                .render(),
                        HTML)
                .build();
    }

    @POST
    @Path("logout")
    public Response logout(RoutingContext context) {
        var session = context.request().getCookie(cookies.name(SESSION));
        if (session != null) {
            sessions.end(session.getValue());
        }
        return Response.status(SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/console/login")
                .cookie(cookies.cookie(SESSION, "", 0))
                .build();
    }

    private Response page(int status, RoutingContext context, String to, String name, String wrong) {
        if (!users.wanted()) {
            throw new NotFoundException();
        }
        headers.protect(context.response());
        var form = forms.token(context, ChangeFilter.user(identity));
        return Response.status(status)
                .type(HTML)
                .entity(Templates.login(form, inside(to), name, wrong).render())
                .build();
    }

    private static String inside(String to) {
        return to != null && INSIDE.matcher(to).matches() ? to : HOME;
    }

    private static String address(RoutingContext context) {
        var remote = context.request().remoteAddress();
        return remote == null ? "" : String.valueOf(remote.hostAddress());
    }
}
