package dev.kvitt.payment.api;

import dev.kvitt.events.Msn;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may ask, and about which sales units. Takes the same time for every wrong token. */
@Singleton
class Tokens {

    /** Shorter ones can be guessed. */
    private static final int LEAST_LENGTH = 16;

    private final List<Holder> holders = new ArrayList<>();

    Tokens(ApiConfig config) {
        config.token().ifPresent(token -> add("kvitt.api.token", token, Optional.empty()));
        config.tokens()
                .forEach((name, scope) ->
                        add("kvitt.api.tokens." + name, scope.token(), Optional.of(scope.salesUnits())));
    }

    private void add(String setting, String token, Optional<Set<String>> salesUnits) {
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
    record Holder(byte[] hash, Optional<Set<String>> salesUnits) {

        boolean mayAskAbout(Msn msn) {
            return salesUnits.isEmpty() || salesUnits.get().contains(msn.value());
        }
    }
}
