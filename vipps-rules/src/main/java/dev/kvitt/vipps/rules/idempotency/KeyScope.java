package dev.kvitt.vipps.rules.idempotency;

import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Operation;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.RulesSwitches;
import java.util.Optional;

/** A key together with what it is unique within: the name under which an answer is remembered. */
public record KeyScope(Msn msn, Optional<Operation> operation, Optional<Reference> reference, IdempotencyKey key) {

    public static KeyScope of(Msn msn, RequestIdentity request, IdempotencyKey key, RulesSwitches.Keys switches) {
        return switch (switches.scope()) {
            case OPERATION_AND_REFERENCE ->
                new KeyScope(msn, Optional.of(request.operation()), Optional.of(request.reference()), key);
            case SALES_UNIT -> new KeyScope(msn, Optional.empty(), Optional.empty(), key);
        };
    }
}
