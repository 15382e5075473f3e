package dev.kvitt.payment.api;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may ask over HTTP. Without any token nobody may. */
@ConfigMapping(prefix = "kvitt.api")
interface ApiConfig {

    /** For every sales unit: the installation's own. */
    Optional<String> token();

    /** For some sales units, by a name of the operator's choice. */
    Map<String, Scoped> tokens();

    /** A token and what it is good for. */
    interface Scoped {

        String token();

        /** Merchant serial numbers. */
        Set<String> salesUnits();
    }
}
