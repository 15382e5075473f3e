package dev.kvitt.operations.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Where one arrives. */
@Path("/console")
@RolesAllowed({"viewer", "operator", "finance"})
public class HomeResource {

    private final ConsolePages pages;

    HomeResource(ConsolePages pages) {
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance home(Frame frame);
    }

    @GET
    public Response home(RoutingContext context) {
        return pages.page(context, Templates.home(pages.frame(context)));
    }
}
