package dev.kvitt.payment.api;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may ask over HTTP. Without any token nobody may. */
@ConfigMapping(prefix = "kvitt.api")
interface ApiConfig {

    /** Bearer token for {@code GET /sales/...} of every sales unit: the installation's own; at least 16 characters. */
    Optional<String> token();

    /** For some sales units, by a name of the operator's choice. */
    Map<String, Scoped> tokens();

    /** A token and what it is good for. */
    interface Scoped {

        /** Bearer token, at least 16 characters. */
        String token();

        /** Merchant serial numbers that this token is good for. */
        Set<String> salesUnits();
    }
}
