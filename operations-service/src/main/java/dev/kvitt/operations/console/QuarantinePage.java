package dev.kvitt.operations.console;

import dev.kvitt.operations.api.QuarantineList;
import dev.kvitt.operations.store.QuarantineRows.Quarantined;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What services could not read. */
@Path(QuarantinePage.PATH)
@RolesAllowed({"viewer", "operator", "finance"})
public class QuarantinePage {

    static final String PATH = "/console/quarantine";

    private static final int ITEMS = 50;

    private final ConsolePages pages;
    private final QuarantineList quarantine;

    QuarantinePage(ConsolePages pages, QuarantineList quarantine) {
        this.pages = pages;
        this.quarantine = quarantine;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        /** @param next absent at the end */
        static native TemplateInstance quarantine(Frame frame, List<Quarantined> items, String next);
    }

    /** The latest first. */
    @GET
    public Response list(@QueryParam("after") String after, RoutingContext context) {
        return pages.orRefused(context, PATH, () -> {
            var found = quarantine.read(after, ITEMS);
            var next = found.next() == null
                    ? null
                    : PATH + "?after=" + URLEncoder.encode(found.next(), StandardCharsets.UTF_8);
            return pages.page(context, Templates.quarantine(pages.frame(context), found.items(), next));
        });
    }
}
