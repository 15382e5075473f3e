package dev.kvitt.capture;

import dev.kvitt.registry.vipps.VippsSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** What this service has to be told, beside the settings of messaging. */
@ConfigMapping(prefix = "kvitt")
public interface CaptureConfig {

    /** The file that says who exists. */
    Path registry();

    Vipps vipps();

    Checkin checkin();

    Internal internal();

    /** Where the customer's browser goes after approving; an https URL. */
    @WithDefault("https://kvitt.example/return")
    String returnUrl();

    Idempotency idempotency();

    Capture capture();

    /** Vipps MobilePay. */
    interface Vipps extends VippsSettings {
        /** Past this the outcome of a call is unknown. Four times this must fit into a task's lease. */
        @WithDefault("PT6S")
        Duration requestTimeout();
    }

    /** checkin-service, which keeps the installation's sealing keys. */
    interface Checkin {
        /** Where checkin-service is, such as {@code http://checkin-service:8080}. */
        URI url();
    }

    /** Calls among services. */
    interface Internal {
        /** Holds the bearer token that services show each other. */
        Path tokenFile();
    }

    /** Idempotency keys at Vipps. */
    interface Idempotency {
        /** How long after the first try in doubt the same key is sent again. */
        @WithDefault("PT1H")
        Duration trust();
    }

    /** Limits of operations, see {@link dev.kvitt.capture.domain.Limits}. */
    interface Capture {
        /** A command first seen this long after it was written asks Vipps before it writes. */
        @WithDefault("PT5M")
        Duration askFirstAfter();

        /** A request that Vipps does not know this long after it was sent has never arrived. */
        @WithDefault("PT20M")
        Duration arrivalLimit();

        /** What a till gets for the code on its screen: SVG, PNG or TEXT. */
        @WithDefault("SVG")
        ScreenCode screenCode();
    }
}
