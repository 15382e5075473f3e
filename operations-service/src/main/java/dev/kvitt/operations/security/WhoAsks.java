package dev.kvitt.operations.security;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whose request is being answered, for what is written down about it. */
@Singleton
public class WhoAsks {

    private final SecurityIdentity identity;

    WhoAsks(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Their name as they logged in, where their id does not say it; empty where nobody asks. */
    public Optional<String> nameBeside(String operatorId) {
        if (!Arc.requireContainer().requestContext().isActive() || identity.isAnonymous()) {
            return Optional.empty();
        }
        var principal = identity.getPrincipal();
        return OperatorId.of(principal).equals(operatorId)
                ? Optional.of(principal.getName()).filter(name -> !operatorId.endsWith(name))
                : Optional.empty();
    }
}
