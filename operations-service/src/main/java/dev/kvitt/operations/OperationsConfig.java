package dev.kvitt.operations;

import dev.kvitt.registry.vipps.VippsSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** What this service has to be told, beside the settings of messaging. */
@ConfigMapping(prefix = "kvitt")
public interface OperationsConfig {

    /** The file that says who exists. */
    Path registry();

    Vipps vipps();

    Checkin checkin();

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
}
