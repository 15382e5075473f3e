package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.Agreement;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.SalesUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a customer may be asked to share. */
final class ScopeRule {

    private static final String NATIONAL_IDENTITY = "nin";
    private static final Set<String> KNOWN =
            Set.of("name", "address", "email", "phoneNumber", "birthDate", NATIONAL_IDENTITY);

    private ScopeRule() {}

    static Optional<Refusal> refusal(CreateBody.Profile profile, SalesUnit salesUnit) {
        Set<String> scopes = scopes(profile);
        if (!KNOWN.containsAll(scopes)) {
            return Optional.of(new Refusal.Coded(
                    ErrorCode.INVALID_SCOPE, "Known are name, address, email, phoneNumber, birthDate and nin."));
        }
        return scopes.contains(NATIONAL_IDENTITY) && !salesUnit.has(Agreement.NATIONAL_IDENTITY)
                ? Optional.of(Refusal.Coded.of(ErrorCode.SCOPE_NOT_ALLOWED))
                : Optional.empty();
    }

    /** The names in {@code profile.scope}; nothing if nothing is asked for. */
    static Set<String> scopes(CreateBody.Profile profile) {
        boolean none =
                profile == null || profile.scope() == null || profile.scope().isBlank();
        return none ? Set.of() : Set.of(distinct(profile.scope()));
    }

    private static String[] distinct(String scope) {
        return Arrays.stream(scope.trim().split(" +")).distinct().toArray(String[]::new);
    }
}
