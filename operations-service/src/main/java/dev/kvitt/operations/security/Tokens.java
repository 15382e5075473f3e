package dev.kvitt.operations.security;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Programs and the command line, by the token they show. Takes the same time for every wrong token. Read at the start, so that a
 * setting that cannot be right is seen then.
 */
@Startup
@Singleton
class Tokens {

    /** Shorter ones can be guessed. */
    private static final int LEAST_LENGTH = 32;

    private static final String BEARER = "Bearer ";

    private final List<Holder> holders = new ArrayList<>();

    Tokens(AccessConfig config) {
        config.tokens().forEach((name, token) -> add("kvitt.operations.tokens." + name, name, token));
    }

    private void add(String setting, String name, AccessConfig.Token token) {
        if (token.roles().isEmpty()) {
            throw new IllegalArgumentException(setting
                    + ".roles is empty, so the token would be good for nothing; name viewer, operator or finance");
        }
        var secret = SecretFiles.line(token.tokenFile(), "the token of " + setting);
        if (secret.length() < LEAST_LENGTH) {
            throw new IllegalArgumentException(setting + ": its token is shorter than " + LEAST_LENGTH
                    + " characters and could be guessed; choose a longer one");
        }
        var hash = Hashes.of(secret);
        if (holders.stream().anyMatch(other -> MessageDigest.isEqual(other.hash(), hash))) {
            throw new IllegalArgumentException(
                    setting + " has the same token as another one: nobody could say which of the two decided");
        }
        holders.add(new Holder(hash, new Person(name, Set.copyOf(token.roles()))));
    }

    /**
     * @param authorization the header, may be absent
     * @return empty for a token that nobody has
     */
    Optional<Person> holder(String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return Optional.empty();
        }
        var given = Hashes.of(authorization.substring(BEARER.length()));
        Holder found = null;
        for (var holder : holders) {
            if (MessageDigest.isEqual(holder.hash(), given)) {
                found = holder;
            }
        }
        return Optional.ofNullable(found).map(Holder::person);
    }

    private record Holder(byte[] hash, Person person) {}
}
