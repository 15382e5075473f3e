package dev.kvitt.operations;

import dev.kvitt.operations.domain.CaptureWindows;
import dev.kvitt.registry.Registry;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** How long each sales unit of the registry can capture, as agreed with Vipps. */
@Singleton
public class Windows {

    private final CaptureWindows all;

    Windows(Registry registry) {
        all = new CaptureWindows(registry.salesUnits().stream()
                .collect(Collectors.toMap(
                        unit -> unit.msn().value(), unit -> unit.allowed().captureWindow())));
    }

    public CaptureWindows all() {
        return all;
    }
}
