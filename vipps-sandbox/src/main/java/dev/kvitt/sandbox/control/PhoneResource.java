package dev.kvitt.sandbox.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.PhoneDesk;
import dev.kvitt.vipps.rules.Bank;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Msisdn;
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
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What customers, their banks and time do to a payment. */
@Path("/sandbox/v1/payments/{msn}/{reference}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
@RunOnVirtualThread
public class PhoneResource {

    /**
     * Need not be sent.
     *
     * @param customer phone number, if the payment does not name its customer
     * @param consent false = does not share what the merchant asks for; true if not said
     */
    public record Hand(String customer, Boolean consent) {

        static final Hand NOBODYS = new Hand(null, null);

        Optional<Msisdn> who() {
            return Optional.ofNullable(customer).map(Lookup::customer);
        }

        boolean shares() {
            return !Boolean.FALSE.equals(consent);
        }

        @Override
        public String toString() {
            return "Hand[hidden]";
        }
    }

    private final Lookup lookup;
    private final ObjectMapper json;

    PhoneResource(Lookup lookup, ObjectMapper json) {
        this.lookup = lookup;
        this.json = json;
    }

    @POST
    @Path("open")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Hand.class)))
    @Operation(summary = "A customer looks at the payment in the app: from then on it is theirs")
    public PaymentView open(@PathParam("msn") String msn, @PathParam("reference") String reference, byte[] hand) {
        Hand by = hand(hand);
        return act(msn, reference, (phones, payment) -> phones.open(payment, by.who()));
    }

    @POST
    @Path("approve")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Hand.class)))
    @Operation(
            summary = "The customer approves: the amount is reserved",
            description = "A special amount fails instead; so does a customer who cannot pay, who is too young or who "
                    + "does not consent to what the merchant asks for. If nobody is named, the merchant's first "
                    + "customer pays.")
    public PaymentView approve(@PathParam("msn") String msn, @PathParam("reference") String reference, byte[] hand) {
        Hand by = hand(hand);
        return act(msn, reference, (phones, payment) -> phones.approve(payment, by.who(), by.shares()));
    }

    @POST
    @Path("reject")
    @Operation(summary = "The customer declines")
    public PaymentView reject(@PathParam("msn") String msn, @PathParam("reference") String reference) {
        return act(msn, reference, PhoneDesk::reject);
    }

    @POST
    @Path("begin-processing")
    @Operation(summary = "The customer is being identified by the bank: a cancel is refused with 6250")
    public PaymentView beginProcessing(@PathParam("msn") String msn, @PathParam("reference") String reference) {
        return bankIs(Bank.PROCESSING, msn, reference);
    }

    @POST
    @Path("end-processing")
    @Operation(summary = "The bank is done, and the customer can go on")
    public PaymentView endProcessing(@PathParam("msn") String msn, @PathParam("reference") String reference) {
        return bankIs(Bank.READY, msn, reference);
    }

    @POST
    @Path("release-funds")
    @Operation(summary = "The bank gives the reservation up before its time: a capture is refused with 6260")
    public PaymentView releaseFunds(@PathParam("msn") String msn, @PathParam("reference") String reference) {
        return bankIs(Bank.FUNDS_RELEASED, msn, reference);
    }

    @POST
    @Path("fail-captures")
    @Operation(summary = "The bank cannot be reached: a capture is refused with 6280")
    public PaymentView failCaptures(@PathParam("msn") String msn, @PathParam("reference") String reference) {
        return bankIs(Bank.CAPTURE_FAILING, msn, reference);
    }

    @POST
    @Path("mend-captures")
    @Operation(summary = "The bank can be reached again, and holds the reservation")
    public PaymentView mendCaptures(@PathParam("msn") String msn, @PathParam("reference") String reference) {
        return bankIs(Bank.READY, msn, reference);
    }

    private PaymentView bankIs(Bank bank, String msn, String reference) {
        return act(msn, reference, (phones, payment) -> phones.bankIs(bank, payment));
    }

    private PaymentView act(String msn, String text, BiFunction<PhoneDesk, Reference, Optional<Transition>> action) {
        MerchantState merchant = lookup.merchant(msn);
        Reference reference = Lookup.reference(text);
        Transition transition = action.apply(merchant.phones(), reference).orElseThrow(Lookup.noPayment());
        if (transition instanceof Transition.Refused(Refusal refusal)) {
            boolean cannotPay = refusal.errorCode()
                    .filter(ErrorCode.CUSTOMER_CANNOT_PAY::equals)
                    .isPresent();
            throw ControlError.conflict(
                    cannotPay
                            ? "This customer cannot pay this: see the standing and age below /sandbox/v1/customers. "
                                    + "The payment waits on."
                            : "The payment is not in a state for this, or it is too late. Nothing was changed.");
        }
        return merchant.payment(reference)
                .map(stored -> PaymentView.of(merchant, stored))
                .orElseThrow(Lookup.noPayment());
    }

    /** Read by hand: the body may be absent, with any content type or none. */
    private Hand hand(byte[] body) {
        if (body == null || body.length == 0) {
            return Hand.NOBODYS;
        }
        try {
            return json.readValue(body, Hand.class);
        } catch (IOException e) {
            throw ControlError.badRequest(
                    "Send nothing, or JSON with customer and consent, either of which may be absent.");
        }
    }
}
