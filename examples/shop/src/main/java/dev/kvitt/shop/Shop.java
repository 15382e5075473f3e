package dev.kvitt.shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The shop's three points of sale, and its line to Kvitt. */
@Startup
@Singleton
class Shop {

    private final Kvitt kvitt;
    private final PointOfSale till;
    private final PointOfSale machine;
    private final PointOfSale meter;

    Shop(ShopConfig config, ObjectMapper json, Speech speech) {
        kvitt = new Kvitt(
                json,
                config.kvittUrl(),
                token(config.tokenFile()),
                config.sealUrl(),
                token(config.sealTokenFile()),
                config.msn(),
                speech);
        till = pointOfSale(config, json, config.till(), false);
        machine = pointOfSale(config, json, config.machine(), true);
        meter = pointOfSale(config, json, config.meter(), false);
        List.of(till, machine, meter).forEach(PointOfSale::start);
    }

    private PointOfSale pointOfSale(ShopConfig config, ObjectMapper json, ShopConfig.Place place, boolean opensByScan) {
        return new PointOfSale(kvitt, json, config.folder(), place, opensByScan, Clock.systemUTC());
    }

    private static String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The shop may not speak to Kvitt without its token in " + file, e);
        }
    }

    /** Pages that wait are answered before the server waits for them. */
    void end(@Observes @Priority(1) ShutdownEvent event) {
        List.of(till, machine, meter).forEach(PointOfSale::close);
        kvitt.close();
    }

    /** What Kvitt says may be another thing now. */
    void ask() {
        List.of(till, machine, meter).forEach(PointOfSale::ask);
    }

    Kvitt kvitt() {
        return kvitt;
    }

    PointOfSale till() {
        return till;
    }

    PointOfSale machine() {
        return machine;
    }

    PointOfSale meter() {
        return meter;
    }
}
