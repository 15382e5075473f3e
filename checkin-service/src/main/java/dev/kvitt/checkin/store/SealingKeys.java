package dev.kvitt.checkin.store;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.kvitt.events.seal.DayKeys;
import dev.kvitt.events.seal.NoSealingKeyException;
import dev.kvitt.messaging.store.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The installation's day keys. Today's and tomorrow's always exist; a key that has outlived its days is deleted, and all
 * that was sealed with it is erased. Answers from memory.
 */
public final class SealingKeys {

    private static final Logger LOG = Logger.getLogger(SealingKeys.class);

    private final Transactions transactions;
    private final KeySeal seal;
    private final InstantSource clock;
    private volatile List<ECKey> known = List.of();

    public SealingKeys(Transactions transactions, KeySeal seal, InstantSource clock) {
        this.transactions = transactions;
        this.seal = seal;
        this.clock = clock;
    }

    /** Destroys what has outlived its days, makes what is missing, and reads all. */
    public synchronized void refresh() {
        var today = today();
        known = transactions.run(connection -> {
            var destroyed = SealingKeyRows.deleteUntil(connection, today.minusDays(DayKeys.LIFE_DAYS));
            if (destroyed > 0) {
                LOG.infof("Destroyed %d day keys; what was sealed with them is erased", destroyed);
            }
            makeMissing(connection, today);
            return SealingKeyRows.all(connection).entrySet().stream()
                    .map(row -> seal.open(row.getKey().toString(), row.getValue()))
                    .toList();
        });
    }

    private void makeMissing(Connection connection, LocalDate today) throws SQLException {
        var there = SealingKeyRows.all(connection).keySet();
        for (var day : List.of(today, today.plusDays(1))) {
            if (!there.contains(day)) {
                SealingKeyRows.insertIfMissing(connection, day, seal.seal(DayKeys.generate(day)));
            }
        }
    }

    /**
     * For everybody.
     *
     * @throws NoSealingKeyException when the database, which has to be asked after a change of day missed, does not answer
     */
    public JWKSet publicKeys() {
        return privateKeys().toPublicJWKSet();
    }

    /**
     * For the installation's own services only.
     *
     * @throws NoSealingKeyException as {@link #publicKeys()}
     */
    public JWKSet privateKeys() {
        var today = today();
        if (known.stream().noneMatch(key -> DayKeys.day(key).equals(today))) {
            refreshInNeed(today);
        }
        return new JWKSet(known.stream()
                .filter(key -> DayKeys.alive(DayKeys.day(key), today))
                .map(JWK.class::cast)
                .toList());
    }

    private void refreshInNeed(LocalDate today) {
        try {
            refresh();
        } catch (RuntimeException e) {
            throw new NoSealingKeyException("the sealing key of " + today + " could not be made or read", e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
