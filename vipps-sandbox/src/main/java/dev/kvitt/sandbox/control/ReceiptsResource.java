package dev.kvitt.sandbox.control;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seeing receipts. */
@Path("/sandbox/v1/receipts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inspection")
@RunOnVirtualThread
public class ReceiptsResource {

    private final Lookup lookup;

    ReceiptsResource(Lookup lookup) {
        this.lookup = lookup;
    }

    @GET
    @Operation(summary = "All receipts, whether sent with a payment or posted; both filters are optional")
    public List<ReceiptView> list(@QueryParam("msn") String msn, @QueryParam("orderId") String orderId) {
        return lookup.merchants(msn).stream()
                .flatMap(merchant -> merchant.orders().receipts().stream()
                        .filter(receipt -> orderId == null
                                || orderId.equals(receipt.order().orderId()))
                        .map(receipt -> ReceiptView.of(merchant, receipt)))
                .toList();
    }
}
