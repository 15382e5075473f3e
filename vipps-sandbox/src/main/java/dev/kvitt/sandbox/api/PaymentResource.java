package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.StoredPayment;
import dev.kvitt.sandbox.domain.WriteRequest;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.Operation;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.create.CreateBody;
import dev.kvitt.vipps.rules.idempotency.RequestIdentity;
import dev.kvitt.vipps.rules.limits.LimitedCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Function;

/** Create, get and event log of the ePayment API. */
@Path("/epayment/v1/payments")
@RunOnVirtualThread
public class PaymentResource {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final int OK = 200;

    private final JsonBodies bodies;
    private final Responses responses;
    private final WriteAnswers answers;
    private final RateGate rateGate;
    private final Call call;
    private final PaymentAnswers details;

    PaymentResource(
            JsonBodies bodies,
            Responses responses,
            WriteAnswers answers,
            RateGate rateGate,
            Call call,
            PaymentAnswers details) {
        this.bodies = bodies;
        this.responses = responses;
        this.answers = answers;
        this.rateGate = rateGate;
        this.call = call;
        this.details = details;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(byte[] body, @HeaderParam(IDEMPOTENCY_KEY) String key, @Context UriInfo uri) {
        ParsedBody<CreateBody> parsed = bodies.read(body, CreateBody.class);
        String reference = parsed.value().reference();
        return rateGate.pass(LimitedCall.CREATE, reference, () -> {
            IdempotencyKey required = WriteAnswers.requiredKey(key);
            MerchantState merchant = call.merchant();
            if (!Reference.isValid(reference)) {
                return responses.refused(merchant.refusalOf(parsed.value()), uri.getPath());
            }
            RequestIdentity identity =
                    new RequestIdentity(Operation.CREATE, new Reference(reference), parsed.fingerprint());
            WriteRequest request = new WriteRequest(identity, Optional.of(required));
            return answers.of(merchant.create(parsed.value(), required, request), uri);
        });
    }

    @GET
    @Path("{reference}")
    public Response get(@PathParam("reference") String reference, @Context UriInfo uri) {
        return rateGate.pass(LimitedCall.GET, reference, () -> found(reference, uri, details::of));
    }

    @GET
    @Path("{reference}/events")
    public Response events(@PathParam("reference") String reference, @Context UriInfo uri) {
        return rateGate.pass(
                LimitedCall.EVENTS,
                reference,
                () -> found(reference, uri, stored -> stored.events().stream()
                        .map(PaymentJson.Event::of)
                        .toList()));
    }

    private Response found(String reference, UriInfo uri, Function<StoredPayment, Object> json) {
        return Optional.of(reference)
                .filter(Reference::isValid)
                .map(Reference::new)
                .flatMap(call.merchant()::payment)
                .map(stored -> responses.json(OK, json.apply(stored)))
                .orElseGet(() -> responses.refused(Refusal.Coded.of(ErrorCode.REFERENCE_NOT_FOUND), uri.getPath()));
    }
}
