package dev.kvitt.checkin.store;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/** The printed codes. Several processes may keep them at the same time. */
@Singleton
public class QrCodes {

    /** A number of its own among PostgreSQL's advisory locks of this database. */
    private static final long LOCK = 0x6b766974_71L;

    private static final int SKIP_LOCKED = -2;

    private final InstantSource clock;

    QrCodes(InstantSource clock) {
        this.clock = clock;
    }

    /** Notes what Vipps is to have; what it has already is left alone. */
    public void want(List<WantedCode> codes) {
        // One process at a time: two that start at once would both insert the same new rows.
        QuarkusTransaction.requiringNew().run(() -> {
            Panache.getEntityManager()
                    .createNativeQuery("select cast(pg_advisory_xact_lock(" + LOCK + ") as text)")
                    .getSingleResult();
            codes.forEach(this::want);
        });
    }

    private void want(WantedCode wanted) {
        QrCode code = QrCode.find("msn = ?1 and qrId = ?2", wanted.msn(), wanted.qrId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
        if (code == null) {
            code = new QrCode();
            code.msn = wanted.msn();
            code.qrId = wanted.qrId();
        } else if (code.location.equals(wanted.location())) {
            code.tillId = wanted.tillId();
            return;
        }
        code.tillId = wanted.tillId();
        code.location = wanted.location();
        code.state = QrCodeState.WANTED;
        code.updatedAt = clock.instant();
        code.persist();
    }

    /** The rows that Vipps has yet to be told. */
    public List<Long> wanted() {
        return QuarkusTransaction.requiringNew().call(() -> QrCode.<QrCode>find("state", QrCodeState.WANTED).stream()
                .map(code -> code.id)
                .toList());
    }

    /**
     * Tells Vipps of one code. The row stays locked meanwhile, so that two processes with different registries (an
     * upgrade under way) cannot leave Vipps with one location and the row with the other.
     *
     * @param put returns whether Vipps has confirmed it
     */
    public void tell(long id, Predicate<QrCode> put) {
        QuarkusTransaction.requiringNew().run(() -> {
            QrCode code = QrCode.find("id = ?1 and state = ?2", id, QrCodeState.WANTED)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                    .firstResult();
            if (code != null && put.test(code)) {
                code.state = QrCodeState.AT_VIPPS;
                code.updatedAt = clock.instant();
            }
        });
    }
}
