package dev.kvitt.sandbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.domain.OrderDesk;
import dev.kvitt.sandbox.domain.StoredCategory;
import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.orders.CategoryBody;
import dev.kvitt.vipps.rules.orders.CategoryRule;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Categories by the third version of the Order Management API: any number per order, each with an id. */
@Path("/order-management/v3/categories")
@RunOnVirtualThread
public class CategoryResource {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Category(String categoryId, String orderId, String paymentType, String type, String url, String imageId) {
        static Category of(StoredCategory stored) {
            return new Category(
                    stored.id().toString(),
                    stored.order().orderId(),
                    stored.order().paymentType().name(),
                    stored.type().name(),
                    stored.url(),
                    stored.imageId().orElse(null));
        }
    }

    private final JsonBodies bodies;
    private final Responses responses;
    private final Call call;

    CategoryResource(JsonBodies bodies, Responses responses, Call call) {
        this.bodies = bodies;
        this.responses = responses;
        this.call = call;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(byte[] body, @Context UriInfo uri) {
        CategoryBody asked = bodies.read(body, CategoryBody.class).value();
        call.about(asked.orderId());
        List<FieldProblem> problems = CategoryRule.problems(asked, orders()::hasImage);
        if (!problems.isEmpty()) {
            return responses.refused(new Refusal.Malformed(problems), uri.getPath());
        }
        StoredCategory added = orders().add(asked);
        call.changedSomething();
        return responses.json(CREATED, Map.of("categoryId", added.id().toString()));
    }

    /** An order nobody described has none, which is no error. */
    @GET
    public Response list(@QueryParam("orderId") String orderId, @Context UriInfo uri) {
        if (orderId == null || orderId.isEmpty()) {
            return responses.refused(Refusal.Malformed.of("orderId", "The OrderId field is required."), uri.getPath());
        }
        call.about(orderId);
        List<Category> found =
                orders().categoriesOf(orderId).stream().map(Category::of).toList();
        return responses.json(OK, Map.of("categories", found));
    }

    @GET
    @Path("{categoryId}")
    public Response get(@PathParam("categoryId") String categoryId, @Context UriInfo uri) {
        Optional<UUID> id = id(categoryId);
        if (id.isEmpty()) {
            return responses.refused(Refusal.Malformed.of("categoryId", "Must be a UUID."), uri.getPath());
        }
        return id.flatMap(orders()::category)
                .map(category -> responses.json(OK, Category.of(category)))
                .orElseGet(() -> notFound(uri));
    }

    @DELETE
    @Path("{categoryId}")
    public Response delete(@PathParam("categoryId") String categoryId, @Context UriInfo uri) {
        if (id(categoryId).filter(orders()::removeCategory).isEmpty()) {
            return notFound(uri);
        }
        call.changedSomething();
        return Response.ok().build();
    }

    private OrderDesk orders() {
        return call.merchant().orders();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Response notFound(UriInfo uri) {
        return responses.error(uri.getPath(), NOT_FOUND, "Not Found", "There is no such category.", List.of());
    }
}
