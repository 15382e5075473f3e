package dev.kvitt.checkin.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The printed codes. Several processes may keep them at the same time. */
@Singleton
public class QrCodes {

    /** A number of its own among PostgreSQL's advisory locks of this database. */
    private static final long LOCK = 0x6b766974_71L;

    private static final Logger LOG = Logger.getLogger(QrCodes.class);

    private static final int SKIP_LOCKED = -2;
    public static final String MOVED = "moved";
    public static final String GONE = "gone";

    private final InstantSource clock;

    QrCodes(InstantSource clock) {
        this.clock = clock;
        // From 0: whoever watches for growth would not see the first of something that was not there before.
        drift(MOVED);
        drift(GONE);
    }

    /** Notes what Vipps is to have; what it has already is left alone. */
    public void want(List<WantedCode> codes) {
        want(() -> codes);
    }

    /** @param all of them, asked for when nobody else can note any: one that was ordered meanwhile is not taken for missing */
    public void want(Supplier<List<WantedCode>> all) {
        QuarkusTransaction.requiringNew().run(() -> {
            alone();
            var codes = all.get();
            codes.forEach(this::want);
            noteMissing(codes);
        });
    }

    /** One process at a time: two that start at once would both insert the same new rows. */
    private static void alone() {
        Panache.getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(" + LOCK + ") as text)")
                .getSingleResult();
    }

    /** Notes one code that Vipps is to have, without a word on the others. */
    public void wantAlso(WantedCode code) {
        QuarkusTransaction.requiringNew().run(() -> {
            alone();
            want(code);
        });
    }

    /** Notes that a code is to be deleted at Vipps at once. What is not there stays away. */
    public void wantNoMore(String msn, String qrId) {
        QuarkusTransaction.requiringNew().run(() -> QrCode.<QrCode>find("msn = ?1 and qrId = ?2", msn, qrId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .ifPresent(code -> {
                    code.deleteNow = true;
                    code.missingSince = code.missingSince == null ? clock.instant() : code.missingSince;
                }));
    }

    private void noteMissing(List<WantedCode> codes) {
        var wanted = codes.stream().map(code -> code.msn() + "/" + code.qrId()).collect(Collectors.toSet());
        QrCode.<QrCode>stream("missingSince is null")
                .filter(code -> !wanted.contains(code.msn + "/" + code.qrId))
                .map(code -> code.id)
                .toList()
                .forEach(id -> free("id = ?1 and missingSince is null", id).ifPresent(code -> {
                    LOG.infof(
                            "The QR code %s of sales unit %s is in no till any more; who scans it opens nothing",
                            code.qrId, code.msn);
                    code.missingSince = clock.instant();
                }));
    }

    /** Locked; empty for one that is not so any more, or that another process holds while it talks to Vipps. */
    private static Optional<QrCode> free(String query, Object... parameters) {
        return QrCode.<QrCode>find(query, parameters)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .firstResultOptional();
    }

    /**
     * Compares what Vipps has with what it was told. Whatever is gone, has another location or leads elsewhere has to be told
     * again.
     *
     * @param redirects whether this is about redirect codes; callback codes have ids of their own
     * @param kept the location or the target of all such codes that Vipps has of this sales unit, by their ids
     */
    public void compare(String msn, boolean redirects, Map<String, String> kept) {
        var drifted = QuarkusTransaction.requiringNew().call(() -> QrCode.<QrCode>stream(
                        "msn = ?1 and state = ?2 and missingSince is null", msn, QrCodeState.AT_VIPPS)
                .filter(code -> code.isRedirect() == redirects)
                .filter(code -> hasDrifted(code, kept))
                .map(code -> code.id)
                .toList()
                .stream()
                .flatMap(id -> free("id = ?1 and state = ?2", id, QrCodeState.AT_VIPPS).stream())
                .map(code -> putAgain(code, kept.containsKey(code.qrId)))
                .toList());
        drifted.forEach(what -> drift(what).increment());
    }

    /** Nobody says whether Vipps lists the old codes that were taken over. */
    private static boolean hasDrifted(QrCode code, Map<String, String> kept) {
        var there = kept.get(code.qrId);
        return there == null ? !code.mobilePay : !there.equals(code.keptAtVipps());
    }

    private static Counter drift(String what) {
        return Metrics.counter("kvitt.qr.drift", "what", what);
    }

    /** @return how metrics call what has happened to it */
    private String putAgain(QrCode code, boolean there) {
        LOG.warnf(
                "Vipps %s the QR code %s of sales unit %s, and not at our request; it is put again",
                there ? "has something else for" : "no longer has", code.qrId, code.msn);
        code.state = QrCodeState.WANTED;
        code.drift = there ? MOVED : GONE;
        code.driftedAt = clock.instant();
        code.updatedAt = code.driftedAt;
        return code.drift;
    }

    /** The rows of codes that have been in no till since then or longer. */
    public List<Long> missingSince(Instant latest) {
        return ids("missingSince <= ?1", latest);
    }

    /** The rows of codes that somebody has ordered to be deleted. */
    public List<Long> toBeDeleted() {
        return ids("deleteNow");
    }

    private static List<Long> ids(String query, Object... parameters) {
        return QuarkusTransaction.requiringNew().call(() -> QrCode.<QrCode>stream(query, parameters)
                .map(code -> code.id)
                .toList());
    }

    /** The row of a code that is known. */
    public Optional<Long> id(String msn, String qrId) {
        return ids("msn = ?1 and qrId = ?2", msn, qrId).stream().findFirst();
    }

    /** All rows of a sales unit, detached. */
    public List<QrCode> of(String msn) {
        return QuarkusTransaction.requiringNew().call(() -> QrCode.list("msn = ?1 order by qrId", msn));
    }

    /** How many Vipps has yet to be told, or does not take. */
    public long notAtVipps() {
        return QuarkusTransaction.requiringNew()
                .call(() -> QrCode.count("state = ?1 and missingSince is null", QrCodeState.WANTED));
    }

    /**
     * Forgets a code that is in no till.
     *
     * @param delete returns whether Vipps does not have it any more
     */
    public void forget(long id, Predicate<QrCode> delete) {
        QuarkusTransaction.requiringNew().run(() -> {
            free("id = ?1 and missingSince is not null", id).filter(delete).ifPresent(QrCode::delete);
        });
    }

    private static boolean isAsWanted(QrCode code, WantedCode wanted) {
        return code.location.equals(wanted.location())
                && Objects.equals(code.target, wanted.target())
                && code.mobilePay == wanted.mobilePay()
                && !code.deleteNow;
    }

    private void want(WantedCode wanted) {
        QrCode code = QrCode.find("msn = ?1 and qrId = ?2", wanted.msn(), wanted.qrId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
        if (code == null) {
            code = new QrCode();
            code.msn = wanted.msn();
            code.qrId = wanted.qrId();
        } else if (isAsWanted(code, wanted)) {
            code.tillId = wanted.tillId();
            code.missingSince = null;
            return;
        }
        code.missingSince = null;
        code.tillId = wanted.tillId();
        code.location = wanted.location();
        code.target = wanted.target();
        code.mobilePay = wanted.mobilePay();
        code.deleteNow = false;
        code.state = QrCodeState.WANTED;
        code.updatedAt = clock.instant();
        code.persist();
    }

    /** The rows that Vipps has yet to be told. */
    public List<Long> wanted() {
        return ids("state = ?1 and missingSince is null", QrCodeState.WANTED);
    }

    /**
     * Tells Vipps of one code. The row stays locked meanwhile, so that two processes with different registries (an
     * upgrade under way) cannot leave Vipps with one location and the row with the other.
     *
     * @param put returns whether Vipps has confirmed it
     */
    public void tell(long id, Predicate<QrCode> put) {
        QuarkusTransaction.requiringNew().run(() -> {
            free("id = ?1 and state = ?2", id, QrCodeState.WANTED).filter(put).ifPresent(code -> {
                code.state = QrCodeState.AT_VIPPS;
                code.updatedAt = clock.instant();
            });
        });
    }
}
