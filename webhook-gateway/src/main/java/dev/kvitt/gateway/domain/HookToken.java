package dev.kvitt.gateway.domain;

import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The last part of the path Vipps posts to. Nobody can guess it, and it selects the secret. Hidden by {@code toString}.
 *
 * @param value 32 random bytes as 43 characters of base64url
 */
public record HookToken(String value) {

    private static final int BYTES = 32;
    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9_-]{43}");

    public HookToken {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("a webhook token has 43 characters of base64url");
        }
    }

    /** @param source must be cryptographically strong */
    public static HookToken random(RandomGenerator source) {
        var bytes = new byte[BYTES];
        source.nextBytes(bytes);
        return new HookToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for a text that no token of ours can be. */
    public static Optional<HookToken> parse(String text) {
        return PATTERN.matcher(text).matches() ? Optional.of(new HookToken(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "HookToken(hidden)";
    }
}
