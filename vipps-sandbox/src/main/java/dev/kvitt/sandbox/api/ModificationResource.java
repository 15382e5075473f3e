package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.WriteRequest;
import dev.kvitt.sandbox.domain.WriteResult;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.Money;
import dev.kvitt.vipps.rules.Operation;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.idempotency.RequestIdentity;
import dev.kvitt.vipps.rules.limits.LimitedCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Capture, cancel and refund of the ePayment API. */
@Path("/epayment/v1/payments/{reference}")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ModificationResource {

    private final JsonBodies bodies;
    private final Responses responses;
    private final WriteAnswers answers;
    private final RateGate rateGate;
    private final Call call;
    private final RulesSwitches.Cancel cancelSwitches;

    ModificationResource(
            JsonBodies bodies,
            Responses responses,
            WriteAnswers answers,
            RateGate rateGate,
            Call call,
            Sandbox sandbox) {
        this.bodies = bodies;
        this.responses = responses;
        this.answers = answers;
        this.rateGate = rateGate;
        this.call = call;
        this.cancelSwitches = sandbox.switches().cancel();
    }

    @POST
    @Path("capture")
    public Response capture(
            @PathParam("reference") String reference,
            @HeaderParam(PaymentResource.IDEMPOTENCY_KEY) String key,
            byte[] body,
            @Context UriInfo uri) {
        return modify(Operation.CAPTURE, reference, key, body, uri, (part, request) -> call.merchant()
                .capture(part, request));
    }

    @POST
    @Path("refund")
    public Response refund(
            @PathParam("reference") String reference,
            @HeaderParam(PaymentResource.IDEMPOTENCY_KEY) String key,
            byte[] body,
            @Context UriInfo uri) {
        return modify(Operation.REFUND, reference, key, body, uri, (part, request) -> call.merchant()
                .refund(part, request));
    }

    @POST
    @Path("cancel")
    public Response cancel(
            @PathParam("reference") String reference,
            @HeaderParam(PaymentResource.IDEMPOTENCY_KEY) String key,
            byte[] body,
            @Context UriInfo uri) {
        return rateGate.pass(LimitedCall.CANCEL, reference, () -> {
            Optional<IdempotencyKey> cancelKey = key == null && !cancelSwitches.needsIdempotencyKey()
                    ? Optional.empty()
                    : Optional.of(WriteAnswers.requiredKey(key));
            if (body.length == 0 && !cancelSwitches.emptyBodyAccepted()) {
                throw new RefusedException(Refusal.Malformed.of("body", "A JSON object is expected."));
            }
            ParsedBody<ModificationBodies.Cancel> parsed = bodies.read(body, ModificationBodies.Cancel.class);
            boolean transactionOnly = Boolean.TRUE.equals(parsed.value().cancelTransactionOnly());
            return withReference(reference, uri, valid -> call.merchant()
                    .cancel(
                            transactionOnly,
                            new WriteRequest(
                                    new RequestIdentity(Operation.CANCEL, valid, parsed.fingerprint()), cancelKey)));
        });
    }

    private Response modify(
            Operation operation,
            String reference,
            String key,
            byte[] body,
            UriInfo uri,
            BiFunction<Money, WriteRequest, WriteResult> change) {
        return rateGate.pass(LimitedCall.of(operation), reference, () -> {
            Optional<IdempotencyKey> required = Optional.of(WriteAnswers.requiredKey(key));
            ParsedBody<ModificationBodies.Amount> parsed = bodies.read(body, ModificationBodies.Amount.class);
            Money part = parsed.value().money();
            return withReference(
                    reference,
                    uri,
                    valid -> change.apply(
                            part,
                            new WriteRequest(new RequestIdentity(operation, valid, parsed.fingerprint()), required)));
        });
    }

    private Response withReference(String reference, UriInfo uri, Function<Reference, WriteResult> change) {
        return Reference.isValid(reference)
                ? answers.of(change.apply(new Reference(reference)), uri)
                : responses.refused(Refusal.Coded.of(ErrorCode.REFERENCE_NOT_FOUND), uri.getPath());
    }
}
