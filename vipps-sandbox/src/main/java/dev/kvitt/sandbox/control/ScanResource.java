package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.domain.CheckIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A customer's phone before a printed code. */
@Path("/sandbox/v1/scan")
@Tag(name = "Customer")
@RunOnVirtualThread
public class ScanResource {

    /** @param customer phone number; any will do, known or not */
    public record Scan(String msn, String merchantQrId, String customer) {
        @Override
        public String toString() {
            return "Scan[" + msn + " " + merchantQrId + "]";
        }
    }

    public record Scanned(String customerToken, Instant initiatedAt) {
        @Override
        public String toString() {
            return "Scanned[" + initiatedAt + "]";
        }
    }

    private final Lookup lookup;

    ScanResource(Lookup lookup) {
        this.lookup = lookup;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Scan a callback QR as a customer",
            description = "Makes a customer token and sends user.checked-in.v1 to the merchant's webhook.")
    @APIResponse(responseCode = "200", description = "Scanned; the token is also in the webhook")
    @APIResponse(responseCode = "404", description = "No such merchant, or no such code: the phone says not found")
    public Scanned scan(Scan scan) {
        if (scan == null || scan.merchantQrId() == null) {
            throw ControlError.badRequest("Send msn, merchantQrId and customer.");
        }
        CheckIn checkIn = lookup.merchant(scan.msn())
                .scan(scan.merchantQrId(), Lookup.customer(scan.customer()))
                .orElseThrow(() -> ControlError.notFound(
                        "This merchant has no such callback QR. It is made by PUT /qr/v1/merchant-callback/{id}."));
        return new Scanned(checkIn.token().value(), checkIn.initiatedAt());
    }
}
