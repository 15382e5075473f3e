package dev.kvitt.sandbox.faults;

import dev.kvitt.sandbox.domain.ApiCall;
import dev.kvitt.sandbox.domain.VippsApi;
import java.util.Optional;

/**
 * What may be hit.
 *
 * @param identity the same for every attempt of one request or delivery, and in every run; holds no random part
 */
public record FaultSubject(
        FaultKind.Target target,
        Optional<VippsApi> api,
        Optional<String> operation,
        Optional<String> event,
        Optional<String> msn,
        Optional<String> reference,
        String identity) {

    private static final String SEPARATOR = "\n";

    /** A request: known again by sales unit, method, path and idempotency key, as the merchant repeats them. */
    public static FaultSubject request(
            ApiCall call,
            String method,
            String path,
            Optional<String> msn,
            Optional<String> reference,
            Optional<String> idempotencyKey) {
        String identity = String.join(SEPARATOR, msn.orElse(""), method, path, idempotencyKey.orElse(""));
        return new FaultSubject(
                FaultKind.Target.REQUEST,
                Optional.of(call.api()),
                Optional.of(call.operation()),
                Optional.empty(),
                msn,
                reference,
                identity);
    }

    /**
     * A delivery, known again by what is the same in every run: the path of the registered URL in place of the
     * registration's id, and the key of the request that caused the event in place of its pspReference.
     */
    public static FaultSubject delivery(
            FaultKind.Target target, String msn, String path, String event, String reference, String causeKey) {
        return new FaultSubject(
                target,
                Optional.empty(),
                Optional.empty(),
                Optional.of(event),
                Optional.of(msn),
                Optional.of(reference),
                String.join(SEPARATOR, target.name(), msn, path, event, reference, causeKey));
    }
}
