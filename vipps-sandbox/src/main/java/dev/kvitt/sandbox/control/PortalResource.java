package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.vipps.rules.Money;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.Transition;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the merchant's people do with a payment in Vipps' portal: events and webhooks as ever, but no idempotency key. */
@Path("/sandbox/v1/payments/{msn}/{reference}/portal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
@RunOnVirtualThread
public class PortalResource {

    /** @param value minor units of the payment's currency; more than 0 */
    public record Part(Long value) {}

    private final Lookup lookup;
    private final StrictJson json;

    PortalResource(Lookup lookup, StrictJson json) {
        this.lookup = lookup;
        this.json = json;
    }

    @POST
    @Path("capture")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Capture a part, or all, in the portal")
    public PaymentView capture(
            @PathParam("msn") String msn,
            @PathParam("reference") String reference,
            @RequestBody(content = @Content(schema = @Schema(implementation = Part.class))) byte[] body) {
        MerchantState merchant = lookup.merchant(msn);
        Reference of = Lookup.reference(reference);
        return view(merchant, of, merchant.captureInPortal(of, part(merchant, body)));
    }

    @POST
    @Path("refund")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Refund a part, or all, in the portal")
    public PaymentView refund(
            @PathParam("msn") String msn,
            @PathParam("reference") String reference,
            @RequestBody(content = @Content(schema = @Schema(implementation = Part.class))) byte[] body) {
        MerchantState merchant = lookup.merchant(msn);
        Reference of = Lookup.reference(reference);
        return view(merchant, of, merchant.refundInPortal(of, part(merchant, body)));
    }

    @POST
    @Path("cancel")
    @Operation(summary = "Release what is not captured, in the portal")
    public PaymentView cancel(@PathParam("msn") String msn, @PathParam("reference") String reference) {
        MerchantState merchant = lookup.merchant(msn);
        Reference of = Lookup.reference(reference);
        return view(merchant, of, merchant.cancelInPortal(of));
    }

    private Money part(MerchantState merchant, byte[] body) {
        Part part = json.read(body, Part.class);
        if (part.value() == null || part.value() < 1) {
            throw ControlError.badRequest("value is in minor units, more than 0.");
        }
        return new Money(part.value(), merchant.merchant().salesUnit().market().currency());
    }

    private static PaymentView view(MerchantState merchant, Reference reference, Optional<Transition> transition) {
        if (transition.orElseThrow(Lookup.noPayment()) instanceof Transition.Refused(Refusal refusal)) {
            throw ControlError.conflict("The portal refuses it"
                    + refusal.errorCode()
                            .map(code -> ": " + code.number() + " " + code.title())
                            .orElse("")
                    + ". Nothing was changed.");
        }
        return PaymentView.of(merchant, merchant.payment(reference).orElseThrow());
    }
}
