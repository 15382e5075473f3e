package dev.kvitt.operations.console;

import dev.kvitt.operations.api.DeadlineBoard;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** The deadline board. */
@Path(DeadlinesPage.PATH)
@RolesAllowed({"viewer", "operator", "finance"})
public class DeadlinesPage {

    static final String PATH = "/console/deadlines";

    private final DeadlineBoard board;
    private final ConsolePages pages;

    DeadlinesPage(DeadlineBoard board, ConsolePages pages) {
        this.board = board;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance deadlines(
                Frame frame, String msn, List<DeadlineSum> sums, List<DeadlineRow> rows, String self, String next);
    }

    /** The nearest first. */
    @GET
    public Response board(@RestQuery String msn, @RestQuery String after, RoutingContext context) {
        return pages.orRefused(context, PATH, () -> {
            var unit = msn == null ? "" : msn.strip();
            var found = board.read(unit, null, after);
            return pages.page(
                    context,
                    Templates.deadlines(
                            pages.frame(context),
                            unit,
                            found.totals().stream().map(DeadlineSum::of).toList(),
                            found.items().stream()
                                    .map(item -> DeadlineRow.of(item, found.at()))
                                    .toList(),
                            link(unit, after),
                            found.next() == null ? null : link(unit, found.next())));
        });
    }

    private static String link(String msn, String after) {
        return PATH + "?msn=" + encoded(msn) + "&after=" + encoded(after == null ? "" : after);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
