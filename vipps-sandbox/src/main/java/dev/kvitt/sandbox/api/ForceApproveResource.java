package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.ForcedApproval;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Refusal;
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

/** Approving without a phone, as in Vipps' own test environment. */
@Path("/epayment/v1/test/payments/{reference}/approve")
@RunOnVirtualThread
public class ForceApproveResource {

    private final JsonBodies bodies;
    private final Responses responses;
    private final Call call;

    /** @param token from the redirect URL */
    record Body(CreateBody.Customer customer, String token) {

        /** @throws RefusedException if it names nobody, or does so twice */
        ForcedApproval.By by() {
            if ((customer == null) == (token == null)) {
                throw malformed("customer", "Exactly one of customer and token must be set.");
            }
            if (token != null) {
                return new ForcedApproval.By.LandingToken(token);
            }
            boolean byNumber = customer.personalQr() == null && customer.customerToken() == null;
            if (customer.phoneNumber() == null || !byNumber) {
                throw malformed("customer", "Only phoneNumber can name the customer here.");
            }
            if (!Msisdn.isValid(customer.phoneNumber())) {
                throw new RefusedException(Refusal.Coded.of(ErrorCode.INVALID_PHONE_NUMBER));
            }
            return new ForcedApproval.By.Phone(new Msisdn(customer.phoneNumber()));
        }

        private static RefusedException malformed(String name, String reason) {
            return new RefusedException(Refusal.Malformed.of(name, reason));
        }

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
        ForcedApproval.By by = bodies.read(body, Body.class).value().by();
        ForcedApproval came = Reference.isValid(text)
                ? call.merchant().phones().force(new Reference(text), by)
                : new ForcedApproval.Refused(ErrorCode.REFERENCE_NOT_FOUND);
        return switch (came) {
            case ForcedApproval.Done done -> {
                call.changedSomething();
                yield Response.ok().build();
            }
            case ForcedApproval.Refused(ErrorCode code) -> responses.refused(Refusal.Coded.of(code), uri.getPath());
        };
    }
}
