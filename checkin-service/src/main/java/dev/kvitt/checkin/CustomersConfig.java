package dev.kvitt.checkin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Customers who agreed to have their number kept. */
@ConfigMapping(prefix = "kvitt.customers")
public interface CustomersConfig {

    /** A number that was not used for this long is erased. */
    @WithDefault("P365D")
    Duration keepFor();

    /** Which systems of merchants may show, export and erase customers, by a name of the operator's choice. Without any nobody may. */
    Map<String, Scoped> tokens();

    /** A token and what it is good for. */
    interface Scoped {

        /** Holds the bearer token, at least 16 characters. */
        Path tokenFile();

        /** Ids of the merchants in the registry whose customers it is good for. */
        Set<String> merchants();
    }
}
