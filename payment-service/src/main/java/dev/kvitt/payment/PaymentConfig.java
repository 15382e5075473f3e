package dev.kvitt.payment;

import dev.kvitt.registry.vipps.VippsSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of payment-service. */
@ConfigMapping(prefix = "kvitt")
public interface PaymentConfig {

    /** The file that says who exists. */
    Path registry();

    Vipps vipps();

    Checkin checkin();

    Payment payment();

    /** Vipps or a sandbox. */
    interface Vipps extends VippsSettings {
        /** Past this nothing was learned. Two times this must fit into a task's lease. */
        @WithDefault("PT10S")
        Duration requestTimeout();
    }

    /** Where the sealing keys are. */
    interface Checkin {
        /** Where checkin-service is, such as {@code http://checkin-service:8080}. */
        URI url();
    }

    /** How patient the saga is. */
    interface Payment {
        /** From a machine's last moment to sell until its reservation is given up. */
        @WithDefault("PT5S")
        Duration selectionGrace();

        /** For how long after it was asked for a payment request may be wanted at most. */
        @WithDefault("PT24H")
        Duration longestValidity();

        /** Up to this Vipps is believed when it answers a reading with "come back later"; a till waits meanwhile. */
        @WithDefault("PT2M")
        Duration longestRetryAfter();
    }
}
