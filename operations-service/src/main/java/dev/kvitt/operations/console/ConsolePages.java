package dev.kvitt.operations.console;

import dev.kvitt.operations.api.Problem;
import dev.kvitt.operations.security.ChangeFilter;
import dev.kvitt.operations.security.ConsoleHeaders;
import dev.kvitt.operations.security.Forms;
import dev.kvitt.operations.security.LogOut;
import dev.kvitt.operations.security.OperatorId;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Pages as answers. */
@Singleton
public class ConsolePages {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String DONE = "done";
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int NOT_FOUND = 404;

    private final ConsoleConfig config;
    private final ConsoleHeaders headers;
    private final Forms forms;
    private final SecurityIdentity identity;
    private final LogOut logOut;

    ConsolePages(ConsoleConfig config, ConsoleHeaders headers, Forms forms, SecurityIdentity identity, LogOut logOut) {
        this.config = config;
        this.headers = headers;
        this.forms = forms;
        this.identity = identity;
        this.logOut = logOut;
    }

    Frame frame(RoutingContext context) {
        var user = ChangeFilter.user(identity);
        return new Frame(
                context.normalizedPath(),
                user,
                identity.getRoles(),
                forms.token(context, user),
                config.timeZone(),
                Done.text(context.request().getParam(DONE)),
                logOut.isHere(),
                logOut.atIssuer(),
                null,
                Map.of());
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance nothing(Frame frame, String title, String text);

        static native TemplateInstance refused(Frame frame, String text, String back);
    }

    /** Of what is not there. */
    Response nothing(RoutingContext context, String title, String text) {
        return page(NOT_FOUND, context, Templates.nothing(frame(context), title, text));
    }

    /**
     * What was asked, or a page that says why not.
     *
     * @param back where the person goes on from there
     */
    Response orRefused(RoutingContext context, String back, Supplier<Response> asked) {
        try {
            return asked.get();
        } catch (Problem problem) {
            return page(problem.status(), context, Templates.refused(frame(context), problem.getMessage(), back));
        }
    }

    /**
     * What was asked; or why not, above the form that it came from, with what was typed in it. Where even the form is gone, a page
     * that says why.
     *
     * @param back where the person goes on from there
     * @param form the page that the form is on
     */
    Response orAgain(
            RoutingContext context, String back, Supplier<Response> asked, Function<Frame, TemplateInstance> form) {
        try {
            return asked.get();
        } catch (Problem problem) {
            var again = frame(context).refused(problem.getMessage(), Sent.fields());
            return orRefused(context, back, () -> page(problem.status(), context, form.apply(again)));
        }
    }

    /** As it goes on {@code operator.commands} and into the audit. */
    String operator() {
        return OperatorId.of(identity.getPrincipal());
    }

    Response page(RoutingContext context, TemplateInstance page) {
        return page(OK, context, page);
    }

    Response page(int status, RoutingContext context, TemplateInstance page) {
        headers.protect(context.response());
        return Response.status(status).type(HTML).entity(page.render()).build();
    }

    /**
     * A part of a page.
     *
     * @param wholePage where it is loaded anew, without what was said on it of a decision, when it is no longer as it was; else null
     */
    Response part(RoutingContext context, TemplateInstance part, String wholePage) {
        var answer = page(OK, context, part);
        return wholePage == null
                ? answer
                : Response.fromResponse(answer).header("HX-Redirect", wholePage).build();
    }

    /** After a change: a page that can be loaded again without deciding again. */
    Response goTo(String path, Done done) {
        return Response.status(SEE_OTHER)
                .header(
                        HttpHeaders.LOCATION,
                        path + "?" + DONE + "=" + URLEncoder.encode(done.name(), StandardCharsets.UTF_8))
                .build();
    }
}
