package dev.kvitt.vipps.client.epayment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** The rule of ePayment's URLs: {@code https} or a custom scheme of an app, never {@code http} (error 4090). */
final class AppUrls {
    /** Longest URL in characters. */
    static final int MAX_LENGTH = 2500;

    // A sandbox on the same machine takes them, Vipps never does.
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

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
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            return scheme != null
                    && (!scheme.toLowerCase(Locale.ROOT).equals("http")
                            || (uri.getHost() != null && LOOPBACK.contains(uri.getHost())));
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }
}
