package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.limits.LimitedCall;
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

    Response pass(LimitedCall limited, String reference, Supplier<Response> answer) {
        // Without a reference all callers count as one, as at Vipps.
        String counted = Optional.ofNullable(reference).orElse("");
        call.about(counted);
        return on
                ? call.merchant()
                        .countCall(caller(limited), counted, limited.limit())
                        .map(wait -> responses.tooManyRequests(Optional.of(wait)))
                        .orElseGet(answer)
                : answer.get();
    }

    private String caller(LimitedCall limited) {
        return switch (limited.counted()) {
            case PER_SALES_UNIT -> limited.name();
            case PER_SUBSCRIPTION_KEY -> limited.name() + " " + call.subscriptionKey();
        };
    }
}
