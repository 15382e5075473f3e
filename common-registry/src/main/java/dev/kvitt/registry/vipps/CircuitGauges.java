package dev.kvitt.registry.vipps;

import dev.kvitt.vipps.client.Circuit;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** How many circuit breakers are in which state, by what they hold back. Which ones, the log says. */
final class CircuitGauges implements AutoCloseable {

    private final Supplier<List<Circuit>> circuits;
    private final List<Meter> meters = new ArrayList<>();

    CircuitGauges(Supplier<List<Circuit>> circuits) {
        this.circuits = circuits;
        for (var kind : Circuit.Kind.values()) {
            for (var state : Circuit.State.values()) {
                meters.add(Gauge.builder("kvitt.vipps.circuits", this, gauges -> gauges.count(kind, state))
                        .description("Circuit breakers before Vipps")
                        .tags("kind", lower(kind), "state", lower(state))
                        .register(Metrics.globalRegistry));
            }
        }
    }

    private long count(Circuit.Kind kind, Circuit.State state) {
        return circuits.get().stream()
                .filter(circuit -> circuit.kind() == kind && circuit.state() == state)
                .count();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void close() {
        meters.forEach(Metrics.globalRegistry::remove);
    }
}
