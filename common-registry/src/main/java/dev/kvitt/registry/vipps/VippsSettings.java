package dev.kvitt.registry.vipps;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How a service calls Vipps, as its configuration says; for what it leaves out, the client's defaults hold. */
public interface VippsSettings {

    /** {@code https://api.vipps.no}, {@code https://apitest.vipps.no} or a sandbox. */
    URI baseUrl();

    /** Whether {@code http} may lead to another machine: for a sandbox in another container only, keys go in clear. */
    Optional<Boolean> allowPlainHttp();

    /** How long a connection may take to open; shorter than a request may take. */
    Optional<Duration> connectTimeout();

    /** How long after a failed request for an access token no other is made. */
    Optional<Duration> tokenPause();

    Circuit circuit();

    /** When calls are held back because Vipps does not work. */
    interface Circuit {

        /** How many of the last calls are judged. */
        OptionalInt window();

        /** How many calls must be known before any judgement. */
        OptionalInt minimumCalls();

        /** From how many failed calls in a hundred calls are held back. */
        OptionalInt failurePercent();

        /** How long reads are held back. */
        Optional<Duration> readWait();

        /** How long writes are held back. */
        Optional<Duration> writeWait();

        /** How many calls may try at once whether Vipps is back. */
        OptionalInt trialCalls();
    }
}
