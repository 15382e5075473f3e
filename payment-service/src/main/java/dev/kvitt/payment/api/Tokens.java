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
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may ask, and for what. Takes the same time for every wrong token. Made at the start, so that a setting that cannot be
 * right is seen then.
 */
@Startup
@Singleton
class Tokens {

    /** Shorter ones can be guessed. */
    private static final int LEAST_LENGTH = 16;

    private final List<Holder> holders = new ArrayList<>();

    Tokens(ApiConfig config) {
        config.token()
                .ifPresent(token -> add(
                        "kvitt.api.token",
                        token,
                        new Caller(
                                "the installation",
                                Optional.empty(),
                                Optional.empty(),
                                Set.of(Permission.READ),
                                OptionalLong.empty(),
                                config.requestsPerMinute())));
        config.tokens().forEach((name, scope) -> {
            var setting = "kvitt.api.tokens." + name;
            add(setting, scope.token(), caller(setting, name, scope, config));
        });
    }

    private static Caller caller(String setting, String name, ApiConfig.Scoped scope, ApiConfig config) {
        if (scope.refundLimit().isPresent() != scope.permissions().contains(Permission.REFUND)) {
            throw new IllegalArgumentException(
                    setting + ": the permission refund and a refund-limit (what each till may"
                            + " have paid back in a day, in minor units) go together; add what is missing");
        }
        return new Caller(
                name,
                Optional.of(salesUnits(setting, scope)),
                scope.tills(),
                scope.permissions(),
                scope.refundLimit(),
                scope.requestsPerMinute().orElse(config.requestsPerMinute()));
    }

    private static Set<Msn> salesUnits(String setting, ApiConfig.Scoped scope) {
        try {
            return scope.salesUnits().stream().map(Msn::new).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ".sales-units: " + e.getMessage(), e);
        }
    }

    private void add(String setting, String token, Caller caller) {
        if (token.length() < LEAST_LENGTH) {
            throw new IllegalArgumentException(setting + " is shorter than " + LEAST_LENGTH
                    + " characters and could be guessed; choose a longer one");
        }
        var hash = hash("Bearer " + token);
        if (holders.stream().anyMatch(other -> MessageDigest.isEqual(other.hash(), hash))) {
            throw new IllegalArgumentException(
                    setting + " is the same token as another one's: nobody could say which of the two is asking");
        }
        holders.add(new Holder(hash, caller));
    }

    /**
     * @param authorization the header, may be absent
     * @return empty for a token that nobody has
     */
    Optional<Caller> holder(String authorization) {
        var given = hash(authorization == null ? "" : authorization);
        Holder found = null;
        for (var holder : holders) {
            if (MessageDigest.isEqual(holder.hash(), given)) {
                found = holder;
            }
        }
        return Optional.ofNullable(found).map(Holder::caller);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Holder(byte[] hash, Caller caller) {}
}
