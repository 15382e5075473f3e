package dev.kvitt.receipt;

import dev.kvitt.registry.vipps.VippsSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** What this service has to be told, beside the settings of messaging. */
@ConfigMapping(prefix = "kvitt")
public interface ReceiptConfig {

    /** The file that says who exists. */
    Path registry();

    Vipps vipps();

    Checkin checkin();

    Receipt receipt();

    /** Vipps MobilePay. */
    interface Vipps extends VippsSettings {
        /** Past this it is not known whether Vipps has the receipt. Three times this must fit into a task's lease. */
        @WithDefault("PT8S")
        Duration requestTimeout();
    }

    /** checkin-service, which keeps the installation's sealing keys. */
    interface Checkin {
        /** Where checkin-service is, such as {@code http://checkin-service:8080}. */
        URI url();
    }

    /** Receipts. */
    interface Receipt {
        /** How long a payment that Vipps does not find is looked for, and the no of a gateway not believed. All else is tried for ever. */
        @WithDefault("PT1H")
        Duration notFoundFor();
    }
}
