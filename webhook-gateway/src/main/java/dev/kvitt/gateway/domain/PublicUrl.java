package dev.kvitt.gateway.domain;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The address Vipps reaches the gateway by.
 *
 * @param base absolute http or https URL without query and fragment; a slash at its end is dropped, and its host
 *     is in small letters, as who calls it signs it
 */
public record PublicUrl(URI base) {

    private static final String HOOKS = "/hooks/";

    public PublicUrl {
        var http = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
        if (!http || base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "kvitt.gateway.public-url must be an absolute https URL without query and fragment"
                            + " (http for a local stack): it is what Vipps signs");
        }
        var host = base.getHost();
        var text = base.toString().replaceFirst(Pattern.quote(host), host.toLowerCase(Locale.ROOT));
        base = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /** Where Vipps is to post what this token stands for. */
    public URI hook(HookToken token) {
        return URI.create(base + HOOKS + token.value());
    }

    /** Whether a registration with this URL is this gateway's. */
    public boolean owns(String url) {
        return url.startsWith(base + HOOKS);
    }
}
