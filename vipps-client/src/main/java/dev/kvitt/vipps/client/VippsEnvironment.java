package dev.kvitt.vipps.client;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * Which Vipps to talk to, and how patiently.
 *
 * @param baseUri {@code https://api.vipps.no}, {@code https://apitest.vipps.no} or a sandbox; no query, no fragment
 * @param connectTimeout how long a connection may take to open; positive and shorter than {@code requestTimeout}
 * @param requestTimeout how long a call may take until its whole answer is read; past it the outcome is unknown
 * @param system the caller's name and version
 */
public record VippsEnvironment(URI baseUri, Duration connectTimeout, Duration requestTimeout, SystemName system) {
    /** The {@code connectTimeout} of {@link #of}. */
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(2);
    /** The {@code requestTimeout} of {@link #of}. */
    public static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(10);

    private static final String DOMAIN = "vipps.no";
    private static final String TEST_HOST = "apitest.vipps.no";

    public VippsEnvironment {
        baseUri = checked(baseUri);
        if (!connectTimeout.isPositive() || connectTimeout.compareTo(requestTimeout) >= 0) {
            throw new IllegalArgumentException(
                    "the connect timeout must be positive and shorter than the request timeout");
        }
        Objects.requireNonNull(system, "system");
    }

    /** An environment with the default timeouts. */
    public static VippsEnvironment of(URI baseUri, SystemName system) {
        return new VippsEnvironment(baseUri, DEFAULT_CONNECT_TIMEOUT, DEFAULT_REQUEST_TIMEOUT, system);
    }

    /** Whether real money moves there: any of Vipps' hosts but the one of the test environment. A proxy in between hides that. */
    public boolean isProduction() {
        String host = baseUri.getHost().toLowerCase(Locale.ROOT);
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        boolean vipps = name.equals(DOMAIN) || name.endsWith("." + DOMAIN);
        return vipps && !name.equals(TEST_HOST);
    }

    private static URI checked(URI uri) {
        boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "the base URI of Vipps must be an absolute https (or, for a sandbox, http) URI");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the base URI of Vipps has no user, query or fragment");
        }
        String text = uri.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }
}
