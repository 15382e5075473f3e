package dev.kvitt.operations.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** How the console shows what there is. */
@ConfigMapping(prefix = "kvitt.operations.console")
public interface ConsoleConfig {

    /** Where the shops are: times are shown as they are there, with UTC beside them. */
    @WithDefault("Europe/Oslo")
    ZoneId timeZone();

    /** How often it is looked whether there is something new to tell open pages. One look for all of them. */
    @WithDefault("PT2S")
    Duration lookEvery();

    /** Open pages at once in each process; more are answered 503 and are not live. */
    @WithDefault("200")
    int mostListening();
}
