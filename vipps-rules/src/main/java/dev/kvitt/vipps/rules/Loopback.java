package dev.kvitt.vipps.rules;

import java.util.regex.Pattern;

/** Addresses of this very machine. */
public final class Loopback {

    private static final Pattern HTTP = Pattern.compile("http://(localhost|127\\.0\\.0\\.1)([:/].*)?");

    private Loopback() {}

    /** Whether a URL is plain {@code http} to this machine. */
    public static boolean isHttp(String url) {
        return HTTP.matcher(url).matches();
    }
}
