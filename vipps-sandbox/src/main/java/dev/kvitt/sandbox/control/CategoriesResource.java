package dev.kvitt.sandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.StoredCategory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seeing categories. */
@Path("/sandbox/v1/categories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inspection")
@RunOnVirtualThread
public class CategoriesResource {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CategoryView(
            String msn,
            String paymentType,
            String orderId,
            String categoryId,
            String type,
            String url,
            String imageId,
            Instant at) {

        static CategoryView of(MerchantState merchant, StoredCategory stored) {
            return new CategoryView(
                    merchant.msn().value(),
                    stored.order().paymentType().name(),
                    stored.order().orderId(),
                    stored.id().toString(),
                    stored.type().name(),
                    stored.url(),
                    stored.imageId().orElse(null),
                    stored.at());
        }
    }

    private final Lookup lookup;

    CategoriesResource(Lookup lookup) {
        this.lookup = lookup;
    }

    @GET
    @Operation(summary = "All links on orders, the latest of an order last; both filters are optional")
    public List<CategoryView> list(@QueryParam("msn") String msn, @QueryParam("orderId") String orderId) {
        return lookup.merchants(msn).stream()
                .flatMap(merchant -> (orderId == null
                                ? merchant.orders().categories()
                                : merchant.orders().categoriesOf(orderId))
                        .stream().map(category -> CategoryView.of(merchant, category)))
                .toList();
    }
}
