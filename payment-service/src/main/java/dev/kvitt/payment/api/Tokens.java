package dev.kvitt.payment.api;

import dev.kvitt.events.Msn;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may ask, and about which sales units. Takes the same time for every wrong token. Made at the start, so that a setting
 * that cannot be right is seen then.
 */
@Startup
@Singleton
class Tokens {

    /** Shorter ones can be guessed. */
    private static final int LEAST_LENGTH = 16;

    private final List<Holder> holders = new ArrayList<>();

    Tokens(ApiConfig config) {
        config.token().ifPresent(token -> add("kvitt.api.token", token, Optional.empty()));
        config.tokens()
                .forEach((name, scope) ->
                        add("kvitt.api.tokens." + name, scope.token(), Optional.of(salesUnits(name, scope))));
    }

    private static Set<Msn> salesUnits(String name, ApiConfig.Scoped scope) {
        try {
            return scope.salesUnits().stream().map(Msn::new).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("kvitt.api.tokens." + name + ".sales-units: " + e.getMessage(), e);
        }
    }

    private void add(String setting, String token, Optional<Set<Msn>> salesUnits) {
        if (token.length() < LEAST_LENGTH) {
            throw new IllegalArgumentException(setting + " is shorter than " + LEAST_LENGTH
                    + " characters and could be guessed; choose a longer one");
        }
        holders.add(new Holder(hash("Bearer " + token), salesUnits));
    }

    /**
     * @param authorization the header, may be absent
     * @return empty for a token that nobody has
     */
    Optional<Holder> holder(String authorization) {
        var given = hash(authorization == null ? "" : authorization);
        Holder found = null;
        for (var holder : holders) {
            if (MessageDigest.isEqual(holder.hash(), given)) {
                found = holder;
            }
        }
        return Optional.ofNullable(found);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @param salesUnits absent: all of them */
    record Holder(byte[] hash, Optional<Set<Msn>> salesUnits) {

        boolean mayAskAbout(Msn msn) {
            return salesUnits.isEmpty() || salesUnits.get().contains(msn);
        }
    }
}
