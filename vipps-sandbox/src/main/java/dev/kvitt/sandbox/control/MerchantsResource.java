package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.domain.Merchant;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.vipps.rules.Msisdn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who exists here. */
@Path("/sandbox/v1/merchants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inspection")
@RunOnVirtualThread
public class MerchantsResource {

    /** With its keys: they open nothing but this sandbox. */
    public record MerchantView(
            String msn,
            String name,
            String clientId,
            String clientSecret,
            String subscriptionKey,
            String market,
            List<String> customers) {

        static MerchantView of(Merchant merchant) {
            return new MerchantView(
                    merchant.msn().value(),
                    merchant.name(),
                    merchant.clientId(),
                    merchant.clientSecret(),
                    merchant.subscriptionKey(),
                    merchant.salesUnit().market().name(),
                    merchant.customers().stream().map(Msisdn::value).toList());
        }

        @Override
        public String toString() {
            return "MerchantView[" + msn + "]";
        }
    }

    private final Sandbox sandbox;

    MerchantsResource(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @GET
    @Operation(summary = "The merchants with their keys and made-up customers")
    public List<MerchantView> list() {
        return sandbox.merchants().stream()
                .map(MerchantState::merchant)
                .map(MerchantView::of)
                .toList();
    }
}
