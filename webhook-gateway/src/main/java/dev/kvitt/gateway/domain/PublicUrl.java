package dev.kvitt.gateway.domain;

import java.net.URI;

/**
 * The address Vipps reaches the gateway by.
 *
 * @param base absolute http or https URL without query and fragment; a slash at its end is dropped
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
        var text = base.toString();
        base = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : base;
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
