package dev.kvitt.checkin.vipps;

import dev.kvitt.checkin.CheckinConfig;
import dev.kvitt.checkin.Repeating;
import dev.kvitt.checkin.domain.PageAddresses;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.store.QrCodes;
import dev.kvitt.checkin.store.WantedCode;
import dev.kvitt.registry.QrKind;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.TillInShop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the printed codes at Vipps as the registry has them: at the start and then every ten minutes. Less often it looks
 * whether Vipps still has them, for somebody may delete one in the portal.
 */
@Singleton
public class QrCodeKeeper {

    static final Duration EVERY = Duration.ofMinutes(10);

    private final Registry registry;
    private final PageAddresses addresses;
    private final QrCodes codes;
    private final QrCodeCalls calls;
    private final Repeating repeating;
    private final InstantSource clock;
    private final Duration compareEvery;
    private final Optional<Duration> deleteAfter;
    private Instant nextCompare = Instant.MIN;

    QrCodeKeeper(
            Registry registry,
            PageAddresses addresses,
            QrCodes codes,
            QrCodeCalls calls,
            InstantSource clock,
            CheckinConfig config) {
        this.registry = registry;
        this.addresses = addresses;
        this.codes = codes;
        this.calls = calls;
        this.clock = clock;
        this.compareEvery = config.checkin().compareCodesEvery();
        this.deleteAfter = config.checkin().deleteRemovedCodesAfter();
        this.repeating = new Repeating("kvitt-qr-codes", EVERY, () -> round(wanted()));
    }

    void start(@Observes StartupEvent event) {
        // Not here and now: Vipps may be away, and check-ins at codes that it has already must go on.
        repeating.start(Duration.ZERO);
    }

    void stop(@Observes ShutdownEvent event) {
        repeating.close();
    }

    List<WantedCode> wanted() {
        return registry.salesUnits().stream()
                .flatMap(unit -> unit.tills().stream())
                .filter(each -> each.till().qr().isPresent())
                .map(this::wanted)
                .toList();
    }

    private WantedCode wanted(TillInShop each) {
        var qr = each.till().qr().orElseThrow();
        var msn = each.salesUnit().msn();
        var target =
                each.till().flow().qrKind() == QrKind.REDIRECT ? addresses.ofCode(new PrintedCode(msn, qr.id())) : null;
        return new WantedCode(msn.value(), qr.id(), each.till().id(), qr.location(), target);
    }

    /** @return empty when Vipps has all of them; else how long it asks to be left alone */
    Optional<Duration> round(List<WantedCode> wanted) {
        codes.want(wanted);
        var round = new QrCodeRound(calls);
        if (!clock.instant().isBefore(nextCompare)) {
            compare(wanted, round);
        }
        codes.wanted().forEach(id -> codes.tell(id, round::put));
        deleteAfter.ifPresent(time -> delete(time, round));
        return round.again();
    }

    private void compare(List<WantedCode> wanted, QrCodeRound round) {
        wanted.stream().map(WantedCode::msn).distinct().forEach(msn -> round.locations(msn)
                .ifPresent(locations -> codes.compare(msn, false, locations)));
        wanted.stream()
                .filter(code -> code.target() != null)
                .map(WantedCode::msn)
                .distinct()
                .forEach(msn -> round.targets(msn).ifPresent(targets -> codes.compare(msn, true, targets)));
        if (round.again().isEmpty()) {
            nextCompare = clock.instant().plus(compareEvery);
        }
    }

    private void delete(Duration after, QrCodeRound round) {
        codes.missingSince(clock.instant().minus(after)).forEach(id -> codes.forget(id, round::delete));
    }
}
