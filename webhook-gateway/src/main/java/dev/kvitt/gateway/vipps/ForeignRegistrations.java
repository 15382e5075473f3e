package dev.kvitt.gateway.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.gateway.domain.ListedRegistration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Tells once of each registration that other systems have; they are never touched. */
@Singleton
public class ForeignRegistrations {

    private static final Logger LOG = Logger.getLogger(ForeignRegistrations.class);

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    void tell(Msn msn, List<ListedRegistration> foreign) {
        foreign.stream()
                .map(ListedRegistration::vippsId)
                .filter(told::add)
                .forEach(id -> LOG.infof(
                        "sales unit %s: registration %s at Vipps is another system's and is left alone. Should it take the"
                                + " check-ins, of which Vipps allows one, ours will be refused until it is deleted.",
                        msn, id));
    }
}
