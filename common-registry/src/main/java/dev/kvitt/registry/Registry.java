package dev.kvitt.registry;

import dev.kvitt.events.Msn;
import dev.kvitt.events.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everybody who takes payments in this installation. Immutable: a change of the file takes effect at the next start.
 *
 * @param installation the installation's name; part of every idempotency key, so it must never change
 * @param pointOfSaleTopics where points of sale ask for something, and for what; never empty
 */
public record Registry(String installation, List<Merchant> merchants, List<PointOfSaleTopic> pointOfSaleTopics) {

    public Registry {
        merchants = List.copyOf(merchants);
        pointOfSaleTopics = List.copyOf(pointOfSaleTopics);
    }

    /**
     * Reads and checks the file and the secrets it refers to in the process environment and in files.
     *
     * @throws RegistryException with everything that is wrong at once
     */
    public static Registry load(Path file) {
        return load(file, Environment.ofProcess());
    }

    /**
     * As {@link #load(Path)} with another environment for {@code env:NAME}.
     *
     * @throws RegistryException with everything that is wrong at once
     */
    public static Registry load(Path file, Environment environment) {
        return new RegistryLoader(file, environment).load();
    }

    /** All sales units, in the order of the file. */
    public List<SalesUnit> salesUnits() {
        return merchants.stream()
                .flatMap(merchant -> merchant.salesUnits().stream())
                .toList();
    }

    /** Whose sales unit it is; empty for one that is not in the file. */
    public Optional<Merchant> merchant(Msn msn) {
        return merchants.stream()
                .filter(merchant -> merchant.salesUnits().stream()
                        .anyMatch(unit -> unit.msn().equals(msn)))
                .findFirst();
    }

    /** Empty for a topic on which no point of sale may ask for anything. That of HTTP is there without being in the file. */
    public Optional<PointOfSaleTopic> pointOfSaleTopic(String name) {
        if (name.equals(Topics.POS_HTTP)) {
            return Optional.of(PointOfSaleTopic.http(
                    salesUnits().stream().map(SalesUnit::msn).collect(Collectors.toSet())));
        }
        return pointOfSaleTopics.stream()
                .filter(topic -> topic.topic().equals(name))
                .findFirst();
    }

    /** Empty for a sales unit that is not in the file; a disabled one is found. */
    public Optional<SalesUnit> salesUnit(Msn msn) {
        return salesUnits().stream().filter(unit -> unit.msn().equals(msn)).findFirst();
    }

    /** Empty for a till that this sales unit does not have; a disabled one is found. */
    public Optional<TillInShop> till(Msn msn, String tillId) {
        return salesUnit(msn).flatMap(unit -> unit.tills().stream()
                .filter(found -> found.till().id().equals(tillId))
                .findFirst());
    }

    /** Empty for a QR code that no till of this sales unit has; that of a disabled till is found. */
    public Optional<TillInShop> tillByQr(Msn msn, String merchantQrId) {
        return salesUnit(msn).flatMap(unit -> unit.tills().stream()
                .filter(found -> found.till()
                        .qr()
                        .filter(qr -> qr.id().equals(merchantQrId))
                        .isPresent())
                .findFirst());
    }
}
