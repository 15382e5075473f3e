package dev.kvitt.checkin.api;

import dev.kvitt.checkin.CheckinConfig;
import dev.kvitt.checkin.SecretFile;
import dev.kvitt.events.Msn;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may order something about printed codes, and of which sales units. Read at the start, so that a wrong setting is seen then. */
@Startup
@Singleton
public class CodeTokens {

    /** Shorter ones can be guessed. */
    private static final int LEAST_LENGTH = 16;

    private final List<Holder> holders = new ArrayList<>();

    CodeTokens(CheckinConfig config, InternalToken services) {
        config.checkin().codeTokens().forEach((name, token) -> add(name, token, services));
    }

    private void add(String name, CheckinConfig.CodeToken token, InternalToken services) {
        var setting = "kvitt.checkin.code-tokens." + name;
        var text = SecretFile.read(token.tokenFile(), "the bearer token of who orders printed codes");
        if (text.length() < LEAST_LENGTH) {
            throw new IllegalStateException(setting + ".token-file holds a token shorter than " + LEAST_LENGTH
                    + " characters, which could be guessed. Choose a longer one.");
        }
        if (services.allows("Bearer " + text)) {
            throw new IllegalStateException(
                    setting + ".token-file holds the token that the services share. Who has it could"
                            + " open all that was sealed in the last days. Choose another one.");
        }
        holders.add(new Holder(name, new Bearer(text), salesUnits(setting, token)));
    }

    private static Set<Msn> salesUnits(String setting, CheckinConfig.CodeToken token) {
        try {
            return token.salesUnits().stream().map(Msn::new).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(setting + ".sales-units: " + e.getMessage(), e);
        }
    }

    /** Empty for a token that nobody has. */
    Optional<Holder> holder(String authorization) {
        Holder found = null;
        for (var holder : holders) {
            if (holder.bearer().allows(authorization)) {
                found = holder;
            }
        }
        return Optional.ofNullable(found);
    }

    /** @param name as the setting has it; may be logged */
    record Holder(String name, Bearer bearer, Set<Msn> salesUnits) {

        boolean speaksFor(Msn msn) {
            return salesUnits.contains(msn);
        }
    }
}
