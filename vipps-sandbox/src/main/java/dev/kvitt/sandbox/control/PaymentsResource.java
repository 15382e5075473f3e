package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.StoredPayment;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.PaymentState;
import dev.kvitt.vipps.rules.Transition;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seeing payments, and acting on them as the customer. */
@Path("/sandbox/v1/payments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
@RunOnVirtualThread
public class PaymentsResource {

    /** The most payments one list holds. */
    static final int MAX_LIST = 1000;

    private final Lookup lookup;

    PaymentsResource(Lookup lookup) {
        this.lookup = lookup;
    }

    @GET
    @Operation(summary = "List payments, newest first", description = "At most 1000; all filters are optional.")
    public List<PaymentView> list(
            @QueryParam("msn") String msn,
            @QueryParam("state") PaymentState state,
            @QueryParam("customer") String customer,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        Optional<Msisdn> wanted = Optional.ofNullable(customer).map(Lookup::customer);
        return lookup.merchants(msn).stream()
                .flatMap(merchant -> candidates(merchant, state)
                        .filter(stored -> wanted.isEmpty() || stored.customer().equals(wanted))
                        .map(stored -> PaymentView.of(merchant, stored)))
                .limit(Math.clamp(limit, 1, MAX_LIST))
                .toList();
    }

    @GET
    @Path("{msn}/{reference}")
    @Operation(summary = "One payment: state, sums, events, receipts and the idempotency keys used on it")
    public PaymentView get(@PathParam("msn") String msn, @PathParam("reference") String reference) {
        MerchantState merchant = lookup.merchant(msn);
        return merchant.payment(Lookup.reference(reference))
                .map(stored -> PaymentView.of(merchant, stored))
                .orElseThrow(Lookup.noPayment());
    }

    @POST
    @Path("{msn}/{reference}/expire")
    @Operation(summary = "The payment expires now, as if the customer had done nothing in time")
    public PaymentView expire(@PathParam("msn") String msn, @PathParam("reference") String reference) {
        MerchantState merchant = lookup.merchant(msn);
        Transition transition = merchant.expire(Lookup.reference(reference)).orElseThrow(Lookup.noPayment());
        if (transition instanceof Transition.Refused) {
            throw ControlError.conflict("Too late: the payment no longer waits for its customer. Nothing was changed.");
        }
        return get(msn, reference);
    }

    private static Stream<StoredPayment> candidates(MerchantState merchant, PaymentState state) {
        if (state == PaymentState.CREATED) {
            return merchant.waitingPayments();
        }
        return merchant.payments()
                .filter(stored -> state == null || stored.payment().state() == state);
    }
}
