package dev.kvitt.gateway.store;

import dev.kvitt.events.Msn;
import dev.kvitt.gateway.domain.RegistrationState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** The table {@code registration}. */
@Singleton
public class Registrations implements PanacheRepositoryBase<Registration, UUID> {

    /** Class of the advisory locks of the upkeep; the second number is the MSN. */
    private static final int LOCK_CLASS = 7301;

    List<Registration> of(Msn msn) {
        return list("msn", msn.value());
    }

    List<Registration> withSecret() {
        return list("state <> ?1", RegistrationState.WANTED);
    }

    /** Held until the transaction ends; works through transaction poolers. */
    boolean tryLock(Msn msn) {
        return (Boolean) getEntityManager()
                .createNativeQuery("select pg_try_advisory_xact_lock(?1, ?2)")
                .setParameter(1, LOCK_CLASS)
                .setParameter(2, Integer.parseInt(msn.value()))
                .getSingleResult();
    }
}
