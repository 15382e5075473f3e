package dev.kvitt.messaging.quarkus;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The address of the outbox relay's own connection, which no pool makes for it. */
final class DirectUrl {

    private static final Pattern NAMES_A_USER = Pattern.compile("[?&]user=");

    private DirectUrl() {}

    /**
     * With the user and password of the service's pool where the address names none: a platform keeps those in a secret of
     * its own, and nobody has to write a password into an address.
     */
    static String of(String url, String user, String password) {
        if (user.isEmpty() || NAMES_A_USER.matcher(url).find()) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + "user=" + encoded(user) + "&password=" + encoded(password);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
