package dev.kvitt.vipps.rules.webhook;

import dev.kvitt.vipps.rules.FieldProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a webhook registration must keep. */
public final class RegistrationRule {

    /** A registration whose endpoint fails this long without any success is deleted (since March 2026). */
    public static final Duration UNRESPONSIVE = Duration.ofDays(14);

    private static final Set<Integer> PORTS = Set.of(-1, 80, 443, 8080);
    // The last two are this machine as containers on it call it.
    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost|127(\\.\\d{1,3}){3}|\\[(0*:)+:?0*1]|host\\.docker\\.internal|host\\.containers\\.internal");

    private RegistrationRule() {}

    /**
     * @param url as sent, null if missing
     * @param events as sent, null if missing
     * @param allowLoopbackHttp also take http and any port for this machine's own addresses; never in production
     */
    public static List<FieldProblem> problems(String url, List<String> events, boolean allowLoopbackHttp) {
        List<FieldProblem> problems = new ArrayList<>();
        urlProblem(url, allowLoopbackHttp).ifPresent(reason -> problems.add(new FieldProblem("url", reason)));
        eventsProblem(events).ifPresent(reason -> problems.add(new FieldProblem("events", reason)));
        return problems;
    }

    private static Optional<String> urlProblem(String text, boolean allowLoopbackHttp) {
        if (text == null || text.isBlank()) {
            return Optional.of("The property is required and cannot be null or empty.");
        }
        Optional<URI> url = parse(text);
        if (url.isEmpty() || url.get().getHost() == null) {
            return Optional.of("The URL is not a valid absolute URL.");
        }
        if (url.get().getRawUserInfo() != null || url.get().getRawFragment() != null) {
            return Optional.of("The URL must have neither user info nor fragment.");
        }
        boolean https = "https".equalsIgnoreCase(url.get().getScheme());
        boolean http = "http".equalsIgnoreCase(url.get().getScheme());
        if (allowLoopbackHttp
                && (http || https)
                && LOOPBACK.matcher(url.get().getHost()).matches()) {
            return Optional.empty();
        }
        if (!https) {
            return Optional.of("The URL must use HTTPS.");
        }
        if (!PublicHost.is(url.get().getHost())) {
            return Optional.of("The URL must be reachable from the internet.");
        }
        return PORTS.contains(url.get().getPort())
                ? Optional.empty()
                : Optional.of("The URL must use port 80, 443 or 8080.");
    }

    private static Optional<String> eventsProblem(List<String> events) {
        if (events == null || events.isEmpty()) {
            return Optional.of("The property is required and cannot be null or empty.");
        }
        List<String> unsupported = events.stream()
                .filter(name -> WebhookEventType.named(name).isEmpty())
                .toList();
        return unsupported.isEmpty()
                ? Optional.empty()
                : Optional.of("Unsupported values: " + String.join(", ", unsupported));
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }
}
