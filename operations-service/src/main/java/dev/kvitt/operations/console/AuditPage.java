package dev.kvitt.operations.console;

import dev.kvitt.operations.store.Audit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Who has decided what and why. */
@Path(AuditPage.PATH)
@RolesAllowed({"viewer", "operator", "finance"})
public class AuditPage {

    static final String PATH = "/console/audit";

    private static final int ROWS = 50;

    private final ConsolePages pages;
    private final Audit audit;

    AuditPage(ConsolePages pages, Audit audit) {
        this.pages = pages;
        this.audit = audit;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        /**
         * @param key empty for all
         * @param next absent at the end
         */
        static native TemplateInstance audit(Frame frame, String key, List<AuditRow> rows, String next);
    }

    /**
     * The latest first.
     *
     * @param key {@code msn/saleId}
     */
    @GET
    public Response list(
            @QueryParam("key") @DefaultValue("") String key,
            @QueryParam("after") @DefaultValue("9223372036854775807") long after,
            RoutingContext context) {
        // What no column holds is nobody's key.
        var asked = key.strip().replace("\0", "");
        var found = audit.list(asked.isEmpty() ? null : asked, after, ROWS + 1);
        var shown = found.subList(0, Math.min(ROWS, found.size()));
        var next = found.size() <= ROWS
                ? null
                : PATH + "?key=" + URLEncoder.encode(asked, StandardCharsets.UTF_8) + "&after="
                        + shown.getLast().id();
        return pages.page(
                context,
                Templates.audit(
                        pages.frame(context),
                        asked,
                        shown.stream().map(AuditRow::of).toList(),
                        next));
    }
}
