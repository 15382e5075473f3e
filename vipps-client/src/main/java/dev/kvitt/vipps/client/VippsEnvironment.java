package dev.kvitt.vipps.client;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * Which Vipps to talk to, and how patiently.
 *
 * @param baseUri {@code https://api.vipps.no}, {@code https://apitest.vipps.no} or a sandbox; no query, no fragment
 * @param plainHttp where {@code http} may stand in for {@code https}
 * @param connectTimeout how long a connection may take to open; positive and shorter than {@code requestTimeout}
 * @param requestTimeout how long a call may take until its whole answer is read, an access token and a repeat with a fresh one included;
 *     past it the outcome is unknown
 * @param tokenPause how long after a failed request for an access token no other is made; positive, and Vipps may ask for longer
 * @param circuit when calls are held back because Vipps does not work
 * @param system the caller's name and version
 */
public record VippsEnvironment(
        URI baseUri,
        PlainHttp plainHttp,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration tokenPause,
        CircuitLimits circuit,
        SystemName system) {
    /** The {@code connectTimeout} of {@link #of}. */
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(2);
    /** The {@code requestTimeout} of {@link #of}. */
    public static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(10);
    /** The {@code tokenPause} of {@link #of}. */
    public static final Duration DEFAULT_TOKEN_PAUSE = Duration.ofSeconds(1);

    private static final String DOMAIN = "vipps.no";
    private static final String TEST_HOST = "apitest.vipps.no";

    public VippsEnvironment {
        Objects.requireNonNull(plainHttp, "plainHttp");
        baseUri = checked(baseUri, plainHttp);
        if (!connectTimeout.isPositive() || connectTimeout.compareTo(requestTimeout) >= 0) {
            throw new IllegalArgumentException(
                    "the connect timeout must be positive and shorter than the request timeout");
        }
        if (!tokenPause.isPositive()) {
            throw new IllegalArgumentException("the pause after a failed request for an access token must be positive");
        }
        Objects.requireNonNull(circuit, "circuit");
        Objects.requireNonNull(system, "system");
    }

    /** An environment with these timeouts and otherwise the defaults; plain HTTP on this machine only. */
    public VippsEnvironment(URI baseUri, Duration connectTimeout, Duration requestTimeout, SystemName system) {
        this(
                baseUri,
                PlainHttp.LOOPBACK_ONLY,
                connectTimeout,
                requestTimeout,
                DEFAULT_TOKEN_PAUSE,
                CircuitLimits.DEFAULT,
                system);
    }

    /** An environment with the defaults. */
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

    /** The same with these circuit breakers. */
    public VippsEnvironment with(CircuitLimits limits) {
        return new VippsEnvironment(baseUri, plainHttp, connectTimeout, requestTimeout, tokenPause, limits, system);
    }

    private static URI checked(URI uri, PlainHttp plainHttp) {
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if ((!http && !"https".equalsIgnoreCase(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "the base URI of Vipps must be an absolute https (or, for a sandbox, http) URI");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the base URI of Vipps has no user, query or fragment");
        }
        if (http && plainHttp == PlainHttp.LOOPBACK_ONLY && !isLoopback(uri.getHost())) {
            throw new IllegalArgumentException(
                    "the base URI of Vipps is http on another machine (" + uri.getHost()
                            + "), where keys and tokens could be read on the way. Use https, or allow plain HTTP for a sandbox.");
        }
        String text = uri.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }

    /** By its text alone: a name somebody's DNS points to loopback today may point elsewhere tomorrow. */
    private static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
