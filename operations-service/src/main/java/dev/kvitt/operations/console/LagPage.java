package dev.kvitt.operations.console;

import dev.kvitt.operations.api.Lags;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What each service has still to read, to send and to do. */
@Path("/console/lag")
@RolesAllowed({"viewer", "operator", "finance"})
public class LagPage {

    private final Lags lags;
    private final ConsolePages pages;

    LagPage(Lags lags, ConsolePages pages) {
        this.lags = lags;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance lag(Frame frame, List<LagRow> rows, List<String> away);
    }

    @GET
    public Response lag(RoutingContext context) {
        var lag = lags.now();
        var rows = lag.items().stream().map(LagRow::of).toList();
        return pages.page(context, Templates.lag(pages.frame(context), rows, lag.away()));
    }
}
