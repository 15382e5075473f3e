package dev.kvitt.checkin.vipps;

import dev.kvitt.checkin.CheckinConfig;
import dev.kvitt.checkin.Repeating;
import dev.kvitt.checkin.domain.CodeKind;
import dev.kvitt.checkin.domain.PageAddresses;
import dev.kvitt.checkin.domain.PlacedCode;
import dev.kvitt.checkin.store.CodeBooks;
import dev.kvitt.checkin.store.CodeComparisons;
import dev.kvitt.checkin.store.QrCodes;
import dev.kvitt.checkin.store.WantedCode;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Keeps the printed codes at Vipps as they are wanted: at the start and then every ten minutes. Less often it looks
 * whether Vipps still has them, for somebody may delete one in the portal.
 */
@Singleton
public class QrCodeKeeper {

    static final Duration EVERY = Duration.ofMinutes(10);

    private final CodeBooks books;
    private final PageAddresses addresses;
    private final QrCodes codes;
    private final CodeComparisons comparisons;
    private final QrCodeCalls calls;
    private final Repeating repeating;
    private final InstantSource clock;
    private final Duration compareEvery;
    private final Optional<Duration> deleteAfter;
    private final AtomicLong notAtVipps = Metrics.gauge("kvitt.codes.not.at.vipps", new AtomicLong());
    private final AtomicLong unwanted = Metrics.gauge("kvitt.codes.unwanted", new AtomicLong());
    private Instant nextCompare = Instant.MIN;

    QrCodeKeeper(
            CodeBooks books,
            PageAddresses addresses,
            QrCodes codes,
            CodeComparisons comparisons,
            QrCodeCalls calls,
            InstantSource clock,
            CheckinConfig config) {
        this.books = books;
        this.addresses = addresses;
        this.codes = codes;
        this.comparisons = comparisons;
        this.calls = calls;
        this.clock = clock;
        this.compareEvery = config.checkin().compareCodesEvery();
        this.deleteAfter = config.checkin().deleteRemovedCodesAfter();
        this.repeating = new Repeating("kvitt-qr-codes", EVERY, () -> round(this::wanted));
    }

    void start(@Observes StartupEvent event) {
        // Not here and now: Vipps may be away, and check-ins at codes that it has already must go on.
        repeating.start(Duration.ZERO);
    }

    void stop(@Observes ShutdownEvent event) {
        repeating.close();
    }

    /** Does a round soon, for what could not be done at once. */
    void soon() {
        repeating.soon();
    }

    List<WantedCode> wanted() {
        return books.latest().all().stream().map(this::wanted).toList();
    }

    WantedCode wanted(PlacedCode placed) {
        var code = placed.code();
        return new WantedCode(
                code.msn().value(),
                code.qrId(),
                placed.tillId(),
                placed.location(),
                placed.kind() == CodeKind.REDIRECT ? addresses.ofCode(code) : null,
                placed.kind() == CodeKind.MOBILEPAY);
    }

    Optional<Duration> round(List<WantedCode> wanted) {
        return round(() -> wanted);
    }

    /** @return empty when Vipps has all of them; else how long it asks to be left alone */
    private Optional<Duration> round(Supplier<List<WantedCode>> wanted) {
        codes.want(wanted);
        var round = new QrCodeRound(calls);
        if (!clock.instant().isBefore(nextCompare)) {
            compare(wanted.get(), round);
        }
        codes.wanted().forEach(id -> codes.tell(id, round::put));
        codes.toBeDeleted().forEach(id -> codes.forget(id, round::delete));
        deleteAfter.ifPresent(time -> delete(time, round));
        count();
        return round.again();
    }

    private void compare(List<WantedCode> wanted, QrCodeRound round) {
        wanted.stream().map(WantedCode::msn).distinct().forEach(msn -> compare(msn, wanted, round));
        if (round.again().isEmpty()) {
            nextCompare = clock.instant().plus(compareEvery);
        }
    }

    /** @return whether Vipps said what it has */
    boolean compare(String msn, List<WantedCode> wanted, QrCodeRound round) {
        var callbacks = note(msn, false, round.locations(msn));
        var redirects = wanted.stream().anyMatch(code -> code.msn().equals(msn) && code.target() != null);
        return callbacks && (!redirects || note(msn, true, round.targets(msn)));
    }

    private boolean note(String msn, boolean redirects, Optional<Map<String, String>> kept) {
        kept.ifPresent(found -> {
            codes.compare(msn, redirects, found);
            comparisons.note(msn, redirects, clock.instant(), found);
        });
        return kept.isPresent();
    }

    private void delete(Duration after, QrCodeRound round) {
        codes.missingSince(clock.instant().minus(after)).forEach(id -> codes.forget(id, round::delete));
    }

    void count() {
        notAtVipps.set(codes.notAtVipps());
        unwanted.set(comparisons.unwanted());
    }
}
