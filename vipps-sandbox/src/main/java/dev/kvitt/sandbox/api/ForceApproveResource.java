package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.StoredPayment;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.Transition;
import dev.kvitt.vipps.rules.create.CreateBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Approving without a phone, as in Vipps' own test environment. */
@Path("/epayment/v1/test/payments/{reference}/approve")
@RunOnVirtualThread
public class ForceApproveResource {

    private final JsonBodies bodies;
    private final Responses responses;
    private final Call call;

    /** @param token from the redirect URL */
    record Body(CreateBody.Customer customer, String token) {
        @Override
        public String toString() {
            return "Body[hidden]";
        }
    }

    ForceApproveResource(JsonBodies bodies, Responses responses, Call call) {
        this.bodies = bodies;
        this.responses = responses;
        this.call = call;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response approve(@PathParam("reference") String text, byte[] body, @Context UriInfo uri) {
        call.about(text);
        Body asked = bodies.read(body, Body.class).value();
        Optional<Reference> reference =
                Optional.of(text).filter(Reference::isValid).map(Reference::new);
        Optional<StoredPayment> stored = reference.flatMap(call.merchant()::payment);
        if (stored.isEmpty()) {
            return responses.refused(Refusal.Coded.of(ErrorCode.REFERENCE_NOT_FOUND), uri.getPath());
        }
        Optional<Msisdn> payer = Optional.ofNullable(asked.customer())
                .map(CreateBody.Customer::phoneNumber)
                .filter(Msisdn::isValid)
                .map(Msisdn::new);
        boolean rightToken = stored.get().landingToken().equals(asked.token());
        if (payer.isEmpty() && !rightToken) {
            return failed(uri);
        }
        boolean approved = call.merchant()
                .approve(stored.get().payment().reference(), payer)
                .filter(Transition.Done.class::isInstance)
                .isPresent();
        if (!approved) {
            return failed(uri);
        }
        call.changedSomething();
        return Response.ok().build();
    }

    private Response failed(UriInfo uri) {
        return responses.refused(Refusal.Coded.of(ErrorCode.FORCE_APPROVE_FAILED), uri.getPath());
    }
}
