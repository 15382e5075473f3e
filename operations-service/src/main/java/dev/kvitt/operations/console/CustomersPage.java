package dev.kvitt.operations.console;

import dev.kvitt.operations.api.CustomerSearch;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** The sales of a customer who calls and knows nothing but their number. */
@Path(CustomersPage.PATH)
@RolesAllowed({"viewer", "operator", "finance"})
public class CustomersPage {

    static final String PATH = "/console/customers";

    private final CustomerSearch search;
    private final ConsolePages pages;

    CustomersPage(CustomerSearch search, ConsolePages pages) {
        this.search = search;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance customers(Frame frame, Boolean asked, List<CustomerSearch.Known> found);
    }

    @GET
    public Response form(RoutingContext context) {
        return pages.page(context, empty(pages.frame(context)));
    }

    private static TemplateInstance empty(Frame frame) {
        return Templates.customers(frame, false, List.of());
    }

    /** Not an address to go to: that would hold the number, and stay in the browser. */
    @POST
    @RolesAllowed("operator")
    public Response find(@RestForm String number, @RestForm String reason, RoutingContext context) {
        return pages.orAgain(
                context,
                PATH,
                () -> {
                    var found = search.find(new CustomerSearch.Wanted(number, reason), pages.operator());
                    return pages.page(context, Templates.customers(pages.frame(context), true, found.customers()));
                },
                CustomersPage::empty);
    }
}
