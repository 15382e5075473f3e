package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.WriteOutcome;
import dev.kvitt.sandbox.domain.WriteResult;
import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Answers the merchants' writes. */
@ApplicationScoped
class WriteAnswers {

    private final Responses responses;
    private final Call call;
    private final boolean modificationsAsProblemJson;

    WriteAnswers(Responses responses, Call call, Sandbox sandbox) {
        this.responses = responses;
        this.call = call;
        this.modificationsAsProblemJson = sandbox.switches().answers().modificationsAsProblemJson();
    }

    Response of(WriteResult result, UriInfo uri) {
        call.came(result);
        int status = result.outcome().status();
        return switch (result.outcome()) {
            case WriteOutcome.Created created ->
                responses.json(status, PaymentJson.Created.of(created.reference(), created.redirectUrl()));
            case WriteOutcome.Modified(Payment after) -> modified(status, PaymentJson.Modified.of(after));
            case WriteOutcome.Refused(Refusal refusal) -> responses.refused(refusal, uri.getPath());
        };
    }

    private Response modified(int status, PaymentJson.Modified body) {
        return modificationsAsProblemJson ? responses.problemJson(status, body) : responses.json(status, body);
    }

    /** @throws RefusedException if the header is missing or too long */
    static IdempotencyKey requiredKey(String header) {
        if (!IdempotencyKey.isValid(header)) {
            throw new RefusedException(Refusal.Malformed.of(
                    PaymentResource.IDEMPOTENCY_KEY,
                    "The header is required and has at most " + IdempotencyKey.MAX_LENGTH + " characters."));
        }
        return new IdempotencyKey(header);
    }
}
