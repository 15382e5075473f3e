package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.limits.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers 429 to those who call too often, unless switched off. */
@ApplicationScoped
class RateGate {

    private final boolean on;
    private final Responses responses;
    private final Call call;

    RateGate(SandboxConfig config, Responses responses, Call call) {
        this.on = config.rateLimits();
        this.responses = responses;
        this.call = call;
    }

    Response write(String operation, String reference, Supplier<Response> answer) {
        return pass(operation, reference, RateLimit.WRITES, answer);
    }

    Response read(String operation, String reference, Supplier<Response> answer) {
        return pass(operation, reference, RateLimit.READS, answer);
    }

    private Response pass(String operation, String reference, RateLimit limit, Supplier<Response> answer) {
        // Without a reference all callers count as one, as at Vipps.
        String counted = Optional.ofNullable(reference).orElse("");
        call.about(counted);
        return on
                ? call.merchant()
                        .countCall(operation, counted, limit)
                        .map(responses::tooManyRequests)
                        .orElseGet(answer)
                : answer.get();
    }
}
