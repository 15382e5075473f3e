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

    /** How long a connection may take to open; shorter than a request may take; 2 s unless set. */
    Optional<Duration> connectTimeout();

    /** How long after a failed request for an access token no other is made; 1 s unless set. */
    Optional<Duration> tokenPause();

    Circuit circuit();

    /** When calls are held back because Vipps does not work. */
    interface Circuit {

        /** Calls are held back when many of the last ones failed: how many of them are judged; 20 unless set. */
        OptionalInt window();

        /** How many calls must be known before any judgement; 10 unless set. */
        OptionalInt minimumCalls();

        /** From how many failed calls in a hundred calls are held back; 50 unless set. */
        OptionalInt failurePercent();

        /** How long reads are held back; 1 s unless set. */
        Optional<Duration> readWait();

        /** How long writes are held back; 5 s unless set. */
        Optional<Duration> writeWait();

        /** How many calls may try at once whether Vipps is back; 3 unless set. */
        OptionalInt trialCalls();
    }
}
