package dev.kvitt.gateway;

import dev.kvitt.registry.vipps.VippsSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the registrations at Vipps are looked after. */
@ConfigMapping(prefix = "kvitt.vipps")
public interface VippsConfig extends VippsSettings {

    /** Past this it is not known what Vipps did with a registration; the next round finds out. */
    @WithDefault("PT10S")
    Duration requestTimeout();
}
