package dev.kvitt.vipps.client.epayment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The rule of ePayment's URLs: {@code https} or a custom scheme of an app, never {@code http} (error 4090). */
final class AppUrls {
    /** Longest URL in characters. */
    static final int MAX_LENGTH = 2500;

    private AppUrls() {}

    static void check(String what, String value) {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(what + " has at most " + MAX_LENGTH + " characters");
        }
        if (!isAbsoluteAndNotHttp(value)) {
            throw new IllegalArgumentException(what + " is absolute and starts with https:// or an app's own scheme");
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
}
