package dev.kvitt.sandbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.StoredReceipt;
import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.receipt.Receipt;
import dev.kvitt.vipps.rules.receipt.ReceiptRule;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** Receipts of the Order Management API. The order id is the payment's reference. */
@Path("/order-management/v2/{paymentType:ecom|ECOM}")
@RunOnVirtualThread
public class OrderManagementResource {

    private static final String ORDER_ID = "[0-9A-Za-z\\-_.]+";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Order(Receipt receipt) {}

    private final JsonBodies bodies;
    private final Responses responses;
    private final Call call;
    private final boolean receiptNeedsPayment;

    OrderManagementResource(JsonBodies bodies, Responses responses, Call call, Sandbox sandbox) {
        this.bodies = bodies;
        this.responses = responses;
        this.call = call;
        this.receiptNeedsPayment = sandbox.switches().otherApis().receiptNeedsPayment();
    }

    @POST
    @Path("receipts/{orderId:" + ORDER_ID + "}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(@PathParam("orderId") String orderId, byte[] body, @Context UriInfo uri) {
        call.about(orderId);
        Receipt receipt = bodies.read(body, Receipt.class).value();
        List<FieldProblem> problems = ReceiptRule.problems(receipt, "");
        if (!problems.isEmpty()) {
            return responses.refused(new Refusal.Malformed(problems), uri.getPath());
        }
        if (receiptNeedsPayment && !hasPayment(orderId)) {
            return error(uri, NOT_FOUND, "Not Found", "There is no such order.");
        }
        Optional<StoredReceipt> posted = call.merchant().postReceipt(orderId, receipt);
        if (posted.isEmpty()) {
            return error(uri, CONFLICT, "Conflict", "The order has a receipt already, and receipts cannot be changed.");
        }
        call.changedSomething();
        return responses.json(CREATED, posted.get().id().toString());
    }

    @GET
    @Path("{orderId:" + ORDER_ID + "}")
    public Response get(@PathParam("orderId") String orderId, @Context UriInfo uri) {
        call.about(orderId);
        return call.merchant()
                .receipt(orderId)
                .map(stored -> responses.json(OK, new Order(stored.receipt())))
                .orElseGet(() -> error(uri, NOT_FOUND, "Not Found", "Nothing is known about this order."));
    }

    private boolean hasPayment(String orderId) {
        return Optional.of(orderId)
                .filter(Reference::isValid)
                .map(Reference::new)
                .flatMap(call.merchant()::payment)
                .isPresent();
    }

    private Response error(UriInfo uri, int status, String title, String detail) {
        return responses.error(uri.getPath(), status, title, detail, List.of());
    }
}
