package dev.kvitt.vipps.client.epayment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where the customer's browser or app goes after approving. May hold a random token, so {@code toString} hides it.
 *
 * @param value an absolute {@code https} URL or one with an app's own scheme, never {@code http}; at most {@value #MAX_LENGTH} characters
 */
public record ReturnUrl(String value) {
    /** Longest return URL in characters. */
    public static final int MAX_LENGTH = 2500;

    public ReturnUrl {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a return URL has at most " + MAX_LENGTH + " characters");
        }
        if (!isAbsoluteAndNotHttp(value)) {
            throw new IllegalArgumentException(
                    "a return URL is absolute and starts with https:// or an app's own scheme");
        }
    }

    private static boolean isAbsoluteAndNotHttp(String text) {
        try {
            String scheme = new URI(text).getScheme();
            return scheme != null && !scheme.toLowerCase(Locale.ROOT).equals("http");
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "ReturnUrl[hidden]";
    }
}
