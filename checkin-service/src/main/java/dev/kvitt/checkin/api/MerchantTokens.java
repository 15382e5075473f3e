package dev.kvitt.checkin.api;

import dev.kvitt.checkin.CustomersConfig;
import dev.kvitt.checkin.SecretFile;
import dev.kvitt.registry.Merchant;
import dev.kvitt.registry.Registry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which merchants' customers a caller may see and erase. Read at the start, so that a setting that cannot be right is seen then. */
@Startup
@Singleton
public class MerchantTokens {

    /** Shorter ones can be guessed. */
    private static final int LEAST_LENGTH = 16;

    private final List<Holder> holders = new ArrayList<>();

    private record Holder(Bearer bearer, Set<String> merchants) {}

    MerchantTokens(CustomersConfig config, Registry registry, InternalToken services, TillToken tills) {
        var known = registry.merchants().stream().map(Merchant::id).collect(Collectors.toSet());
        config.tokens().forEach((name, scope) -> {
            var setting = "kvitt.customers.tokens." + name;
            var token = SecretFile.read(scope.tokenFile(), "the bearer token of a merchant's system");
            var strangers =
                    scope.merchants().stream().filter(id -> !known.contains(id)).toList();
            if (token.length() < LEAST_LENGTH) {
                throw new IllegalArgumentException(setting + ".token-file holds less than " + LEAST_LENGTH
                        + " characters, which could be guessed; choose a longer token");
            }
            if (services.allows("Bearer " + token) || tills.allows("Bearer " + token)) {
                throw new IllegalArgumentException(
                        setting + ".token-file holds a token that has another use; give the merchant one of its own");
            }
            if (!strangers.isEmpty()) {
                throw new IllegalArgumentException(
                        setting + ".merchants names " + strangers + ", which the registry does not have; correct it");
            }
            holders.add(new Holder(new Bearer(token), Set.copyOf(scope.merchants())));
        });
    }

    /** @return the ids of the merchants; none for a token that nobody has */
    Set<String> merchants(String authorization) {
        Set<String> found = Set.of();
        for (var holder : holders) {
            if (holder.bearer().allows(authorization)) {
                found = holder.merchants();
            }
        }
        return found;
    }
}
