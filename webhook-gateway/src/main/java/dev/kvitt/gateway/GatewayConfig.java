package dev.kvitt.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of this service and every limit it has. */
@ConfigMapping(prefix = "kvitt.gateway")
public interface GatewayConfig {

    /** The address Vipps reaches this service by, without {@code /hooks}. Part of every signature, so never guessed from a request. */
    URI publicUrl();

    /** Base64 of the 32 bytes that seal webhook secrets in the store. Losing it means registering everything again. */
    Path keyFile();

    /** Largest webhook body; Vipps' own are below 2 KiB. Larger ones are answered 413. */
    @WithDefault("65536")
    int maxBodyBytes();

    /** Database connections. The upkeep of registrations holds two while it works. */
    @WithDefault("4")
    int dbConnections();

    /** How long a request's body may take to arrive; a slower sender is cut off. */
    @WithDefault("5S")
    Duration bodyTimeout();

    /** When a webhook not yet safe in Kafka is answered 503. Vipps gives up after 10 s. */
    @WithDefault("9S")
    Duration answerTimeout();

    /** How far {@code x-ms-date} may be off before a genuine webhook is refused. Without it any date is taken: retries may be days late. */
    Optional<Duration> maxSkew();

    /** How far {@code x-ms-date} may be off before it is told in the log. */
    @WithDefault("5M")
    Duration skewWarning();

    /** How often the registrations at Vipps are looked after. */
    @WithDefault("60S")
    Duration upkeepInterval();

    /** Unknown tokens make the store be asked at most once in this time. */
    @WithDefault("1S")
    Duration lookupInterval();

    /** How long a retired registration's webhooks are still taken. Vipps retries for 7 days. */
    @WithDefault("8D")
    Duration retiredKept();
}
