package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.domain.AccountingBook;
import dev.kvitt.sandbox.domain.AccountingKeys;
import dev.kvitt.sandbox.domain.ApiKeys;
import dev.kvitt.sandbox.domain.Merchant;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.vipps.rules.Agreement;
import dev.kvitt.vipps.rules.Msn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who exists here, and with which keys. */
@Path("/sandbox/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Merchants")
@RunOnVirtualThread
public class MerchantsResource {

    /** @param on false = requests with the key are refused */
    public record KeySwitch(Boolean on) {}

    /** @param msns the sales units it may report on */
    public record AccountingView(String name, String clientId, String clientSecret, List<String> msns) {
        static AccountingView of(AccountingKeys keys) {
            return new AccountingView(
                    keys.name(),
                    keys.clientId(),
                    keys.clientSecret(),
                    keys.msns().stream().map(Msn::value).toList());
        }

        @Override
        public String toString() {
            return "AccountingView[" + name + "]";
        }
    }

    private final Sandbox sandbox;
    private final AccountingBook accounting;
    private final Lookup lookup;

    MerchantsResource(Sandbox sandbox, AccountingBook accounting, Lookup lookup) {
        this.sandbox = sandbox;
        this.accounting = accounting;
        this.lookup = lookup;
    }

    @GET
    @Path("merchants")
    @Operation(summary = "The merchants with their keys and made-up customers")
    public List<MerchantView> list() {
        return sandbox.merchants().stream()
                .map(MerchantState::merchant)
                .map(MerchantView::of)
                .toList();
    }

    @PUT
    @Path("merchants/{msn}/subscription-keys/{place:primary|secondary}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Switch one of the two subscription keys off or on",
            description = "As when a merchant renews one while its software goes on with the other.")
    public MerchantView switchKey(@PathParam("msn") String msn, @PathParam("place") String place, KeySwitch wanted) {
        if (wanted == null || wanted.on() == null) {
            throw ControlError.badRequest("on is true or false.");
        }
        boolean first = place.equals("primary");
        MerchantState merchant = lookup.merchant(msn);
        if (!first && merchant.merchant().keys().secondary().isEmpty()) {
            throw ControlError.notFound(
                    "This merchant has one subscription key. Set secondary-subscription-key to give it another.");
        }
        Merchant changed = merchant.change(
                before -> before.withKey(first ? ApiKeys.Place.PRIMARY : ApiKeys.Place.SECONDARY, wanted.on()));
        return MerchantView.of(changed);
    }

    @PATCH
    @Path("merchants/{msn}/agreements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change what Vipps has agreed with a merchant",
            description = "What is not sent stays. Holds at once; for payments that exist it holds at the merchant's "
                    + "next call about them.")
    public MerchantView agree(@PathParam("msn") String msn, Map<Agreement, Boolean> wanted) {
        if (wanted == null || wanted.isEmpty() || wanted.containsValue(null)) {
            throw ControlError.badRequest("Send agreements with true or false: " + List.of(Agreement.values()) + ".");
        }
        return MerchantView.of(lookup.merchant(msn).change(before -> {
            Merchant after = before;
            for (Map.Entry<Agreement, Boolean> each : wanted.entrySet()) {
                after = after.withAgreement(each.getKey(), each.getValue());
            }
            return after;
        }));
    }

    @GET
    @Path("accounting-keys")
    @Operation(summary = "The accounting systems with their keys")
    public List<AccountingView> accountingKeys() {
        return accounting.all().stream().map(AccountingView::of).toList();
    }
}
