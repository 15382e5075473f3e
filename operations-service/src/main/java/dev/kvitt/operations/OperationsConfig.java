package dev.kvitt.operations;

import dev.kvitt.registry.vipps.VippsSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What this service has to be told, beside the settings of messaging. */
@ConfigMapping(prefix = "kvitt")
public interface OperationsConfig {

    /** The file that says who exists. */
    Path registry();

    Vipps vipps();

    Checkin checkin();

    Services services();

    /** Vipps MobilePay. */
    interface Vipps extends VippsSettings {
        /** Past this an answer is not waited for. */
        @WithDefault("PT8S")
        Duration requestTimeout();
    }

    /** checkin-service, which keeps the installation's sealing keys. */
    interface Checkin {
        /** Where checkin-service is, such as {@code http://checkin-service:8080}. */
        URI url();
    }

    /** The services whose parked sales are shown and whose topics are read again; one without an address is told as away. */
    interface Services {
        Optional<Service> webhookGateway();

        Optional<Service> checkinService();

        Optional<Service> paymentService();

        Optional<Service> captureService();

        Optional<Service> receiptService();

        /** How long one is waited for. */
        @WithDefault("PT5S")
        Duration timeout();
    }

    /** One of them. */
    interface Service {
        /** Where it is, such as {@code http://payment-service:8080}. */
        URI url();
    }
}
