package dev.kvitt.vipps.client.epayment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.VippsEnvironment;
import dev.kvitt.vipps.client.http.AnswerReader;
import dev.kvitt.vipps.client.http.Call;
import dev.kvitt.vipps.client.http.Calls;
import dev.kvitt.vipps.client.http.Json;

/** Force approve over HTTP. Get it from {@link dev.kvitt.vipps.client.VippsApi#forceApproval()}. */
public final class HttpForceApproval implements ForceApproval {
    private final Calls calls;

    /** @throws IllegalArgumentException in production, where nobody approves but the customer */
    public HttpForceApproval(VippsEnvironment environment, Calls calls) {
        if (environment.isProduction()) {
            throw new IllegalArgumentException(
                    "payments are approved by force in test environments only, and this one is production");
        }
        this.calls = calls;
    }

    @Override
    public Outcome<NoContent> approve(Reference reference, Approver approver) {
        Call call = Call.post("/epayment/v1/test/payments/{reference}/approve", reference.value())
                .body(body(approver));
        return calls.make(call, AnswerReader.noContent());
    }

    private static ObjectNode body(Approver approver) {
        ObjectNode body = Json.object();
        switch (approver) {
            case Approver.TestUser(Customer customer) -> body.set("customer", FlowJson.customer(customer));
            case Approver.LandingPage(String token) -> body.put("token", token);
        }
        return body;
    }
}
