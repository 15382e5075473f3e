package dev.kvitt.sandbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.domain.OrderDesk;
import dev.kvitt.sandbox.domain.OrderKey;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.StoredCategory;
import dev.kvitt.sandbox.domain.StoredReceipt;
import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.orders.CategoryBody;
import dev.kvitt.vipps.rules.orders.CategoryRule;
import dev.kvitt.vipps.rules.orders.OrderRule;
import dev.kvitt.vipps.rules.orders.PaymentType;
import dev.kvitt.vipps.rules.receipt.Receipt;
import dev.kvitt.vipps.rules.receipt.ReceiptRule;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** Receipt and category of an order, by the second version of the Order Management API. */
@Path("/order-management/v2/{paymentType}")
@RunOnVirtualThread
public class OrderManagementResource {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Order(CategoryBody.OfOrder category, Receipt receipt) {}

    private final JsonBodies bodies;
    private final Responses responses;
    private final Call call;
    private final boolean paymentNeeded;

    OrderManagementResource(JsonBodies bodies, Responses responses, Call call, Sandbox sandbox) {
        this.bodies = bodies;
        this.responses = responses;
        this.call = call;
        this.paymentNeeded = sandbox.switches().otherApis().receiptNeedsPayment();
    }

    @POST
    @Path("receipts/{orderId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(
            @PathParam("paymentType") String paymentType,
            @PathParam("orderId") String orderId,
            byte[] body,
            @Context UriInfo uri) {
        OrderKey order = key(paymentType, orderId);
        Receipt receipt = bodies.read(body, Receipt.class).value();
        refuse(ReceiptRule.problems(receipt, ""));
        if (paymentNeeded && !hasPayment(order)) {
            return noSuchOrder(uri);
        }
        Optional<StoredReceipt> posted = orders().post(order, receipt);
        if (posted.isEmpty()) {
            return error(uri, CONFLICT, "Conflict", "The order has a receipt already, and receipts cannot be changed.");
        }
        call.changedSomething();
        return responses.json(CREATED, posted.get().id().toString());
    }

    @PUT
    @Path("categories/{orderId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("paymentType") String paymentType,
            @PathParam("orderId") String orderId,
            byte[] body,
            @Context UriInfo uri) {
        OrderKey order = key(paymentType, orderId);
        CategoryBody.OfOrder category =
                bodies.read(body, CategoryBody.OfOrder.class).value();
        refuse(CategoryRule.problems(category, orders()::hasImage));
        if (paymentNeeded && !hasPayment(order)) {
            return noSuchOrder(uri);
        }
        StoredCategory kept = orders().put(order, category);
        call.changedSomething();
        return responses.json(OK, kept.id().toString());
    }

    @GET
    @Path("{orderId}")
    public Response get(
            @PathParam("paymentType") String paymentType, @PathParam("orderId") String orderId, @Context UriInfo uri) {
        OrderKey order = key(paymentType, orderId);
        Optional<CategoryBody.OfOrder> category = orders().shownCategory(order).map(OrderManagementResource::json);
        Optional<Receipt> receipt = orders().receipt(order).map(StoredReceipt::receipt);
        return category.isEmpty() && receipt.isEmpty()
                ? error(uri, NOT_FOUND, "Not Found", "Nothing is known about this order.")
                : responses.json(OK, new Order(category.orElse(null), receipt.orElse(null)));
    }

    private OrderKey key(String paymentType, String orderId) {
        call.about(orderId);
        refuse(OrderRule.problems(paymentType, orderId));
        return new OrderKey(PaymentType.of(paymentType).orElseThrow(), orderId);
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new RefusedException(new Refusal.Malformed(problems));
        }
    }

    private boolean hasPayment(OrderKey order) {
        return Optional.of(order)
                .filter(key -> key.paymentType() == PaymentType.ECOM)
                .map(OrderKey::orderId)
                .filter(Reference::isValid)
                .map(Reference::new)
                .flatMap(call.merchant()::payment)
                .isPresent();
    }

    private OrderDesk orders() {
        return call.merchant().orders();
    }

    private static CategoryBody.OfOrder json(StoredCategory category) {
        return new CategoryBody.OfOrder(
                category.type().name(), category.url(), category.imageId().orElse(null));
    }

    private Response noSuchOrder(UriInfo uri) {
        return error(uri, NOT_FOUND, "Not Found", "There is no such order.");
    }

    private Response error(UriInfo uri, int status, String title, String detail) {
        return responses.error(uri.getPath(), status, title, detail, List.of());
    }
}
