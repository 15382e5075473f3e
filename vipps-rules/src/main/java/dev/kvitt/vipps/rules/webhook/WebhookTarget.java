package dev.kvitt.vipps.rules.webhook;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * The two parts of the <em>registered</em> URL that go into a webhook's signature.
 *
 * <p>A receiver behind a proxy sees another host and perhaps another path; it must use what was registered, from its own
 * configuration or store.
 *
 * @param host authority of the URL without user info; a port that is not the scheme's own is part of it
 * @param pathAndQuery raw path, and the raw query after a question mark if there is one; starts with a slash
 */
public record WebhookTarget(String host, String pathAndQuery) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    public WebhookTarget {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(pathAndQuery, "pathAndQuery");
        if (host.isBlank()) {
            throw new IllegalArgumentException("A webhook URL needs a host");
        }
        if (!pathAndQuery.startsWith("/")) {
            throw new IllegalArgumentException("A webhook URL's path starts with a slash");
        }
    }

    /**
     * @param registered absolute http or https URL, as given to the registration call
     * @throws IllegalArgumentException if the URL has no host
     */
    public static WebhookTarget of(URI registered) {
        if (registered.getHost() == null) {
            throw new IllegalArgumentException("A webhook URL needs a host");
        }
        String path =
                registered.getRawPath() == null || registered.getRawPath().isEmpty() ? "/" : registered.getRawPath();
        String query = registered.getRawQuery() == null ? "" : "?" + registered.getRawQuery();
        return new WebhookTarget(hostOf(registered), path + query);
    }

    /** The same target as one who signs the host name alone sees it. */
    public WebhookTarget withoutPort() {
        return new WebhookTarget(host.replaceFirst(":\\d+$", ""), pathAndQuery);
    }

    private static String hostOf(URI registered) {
        int port = registered.getPort();
        int usual = "https".equals(String.valueOf(registered.getScheme()).toLowerCase(Locale.ROOT))
                ? HTTPS_PORT
                : HTTP_PORT;
        return port == -1 || port == usual ? registered.getHost() : registered.getHost() + ":" + port;
    }
}
