package dev.kvitt.checkin.vipps;

import dev.kvitt.checkin.Repeating;
import dev.kvitt.checkin.store.QrCodes;
import dev.kvitt.checkin.store.WantedCode;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.TillInShop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps every printed code of the registry at Vipps, with its location: at the start and then every ten minutes. */
@Singleton
public class QrCodeKeeper {

    static final Duration EVERY = Duration.ofMinutes(10);

    private final Registry registry;
    private final QrCodes codes;
    private final QrCodeCalls calls;
    private final Repeating repeating;

    QrCodeKeeper(Registry registry, QrCodes codes, QrCodeCalls calls) {
        this.registry = registry;
        this.codes = codes;
        this.calls = calls;
        this.repeating = new Repeating("kvitt-qr-codes", EVERY, () -> round(wanted()));
    }

    void start(@Observes StartupEvent event) {
        // Not here and now: Vipps may be away, and check-ins at codes that it has already must go on.
        repeating.start(Duration.ZERO);
    }

    void stop(@Observes ShutdownEvent event) {
        repeating.close();
    }

    private List<WantedCode> wanted() {
        return registry.salesUnits().stream()
                .flatMap(unit -> unit.tills().stream())
                .filter(each -> each.till().qr().isPresent())
                .map(QrCodeKeeper::wanted)
                .toList();
    }

    private static WantedCode wanted(TillInShop each) {
        var qr = each.till().qr().orElseThrow();
        return new WantedCode(
                each.salesUnit().msn().value(), qr.id(), each.till().id(), qr.location());
    }

    /** @return empty when Vipps has all of them; else how long it asks to be left alone */
    Optional<Duration> round(List<WantedCode> wanted) {
        codes.want(wanted);
        var round = new QrCodeRound(calls);
        codes.wanted().forEach(id -> codes.tell(id, round::put));
        return round.again();
    }
}
