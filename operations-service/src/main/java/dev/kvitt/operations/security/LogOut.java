package dev.kvitt.operations.security;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a person's session ends: here, where the console has a login of its own, or at the issuer that they came from. */
@Singleton
public class LogOut {

    private final Users users;
    private final AccessConfig config;
    private final Optional<String> path;

    LogOut(Users users, AccessConfig config, @ConfigProperty(name = "quarkus.oidc.logout.path") Optional<String> path) {
        this.users = users;
        this.config = config;
        this.path = path;
    }

    public boolean isHere() {
        return users.wanted();
    }

    /** Whoever goes there is sent on to the issuer; null where nobody comes from one, or it has no such place. */
    public String atIssuer() {
        return config.oidc().enabled() && !users.wanted() ? path.orElse(null) : null;
    }
}
