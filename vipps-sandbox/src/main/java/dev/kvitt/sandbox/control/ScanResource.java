package dev.kvitt.sandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.domain.CallbackQr;
import dev.kvitt.sandbox.domain.CheckIn;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.vipps.rules.Msisdn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A customer's phone before a printed code. */
@Path("/sandbox/v1/scan")
@Tag(name = "Customer")
@RunOnVirtualThread
public class ScanResource {

    /**
     * The code is named by {@code msn} and {@code merchantQrId}, or by what its picture says.
     *
     * @param qrContent what a phone reads from the picture
     * @param customer phone number; any will do, known or not
     */
    public record Scan(String msn, String merchantQrId, String qrContent, String customer) {
        @Override
        public String toString() {
            return "Scan[" + msn + " " + merchantQrId + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Scanned(String msn, String merchantQrId, String customerToken, Instant initiatedAt) {
        @Override
        public String toString() {
            return "Scanned[" + msn + " " + merchantQrId + " " + initiatedAt + "]";
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
        boolean named = scan != null && (scan.merchantQrId() == null) != (scan.qrContent() == null);
        if (!named) {
            throw ControlError.badRequest("Send customer with either msn and merchantQrId, or qrContent.");
        }
        Msisdn customer = Lookup.customer(scan.customer());
        return scan.qrContent() == null
                ? scanned(lookup.merchant(scan.msn()), scan.merchantQrId(), customer)
                        .orElseThrow(() -> noCode("This merchant has no such callback QR."))
                : scannedPicture(scan, customer);
    }

    private Scanned scannedPicture(Scan scan, Msisdn customer) {
        return lookup.merchants(scan.msn()).stream()
                .flatMap(merchant ->
                        merchant.codes().callbackSaying(scan.qrContent()).map(CallbackQr::merchantQrId).stream()
                                .flatMap(id -> scanned(merchant, id, customer).stream()))
                .findFirst()
                .orElseThrow(() -> noCode("No callback QR says this. What other codes say is opened as a URL."));
    }

    private static Optional<Scanned> scanned(MerchantState merchant, String merchantQrId, Msisdn customer) {
        Optional<CheckIn> checkIn = merchant.scan(merchantQrId, customer);
        return checkIn.map(made -> new Scanned(
                merchant.msn().value(), made.merchantQrId(), made.token().value(), made.initiatedAt()));
    }

    private static WebApplicationException noCode(String message) {
        return ControlError.notFound(message + " It is made by PUT /qr/v1/merchant-callback/{id}.");
    }
}
