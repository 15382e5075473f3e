package dev.kvitt.payment.api;

import dev.kvitt.events.Msn;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Somebody who showed a token.
 *
 * @param name the operator's, or the subject of a signed token; for logs
 * @param salesUnits absent: all of them
 * @param tills by their ids, in those sales units; absent: all of them
 * @param refundLimit of each till and day, in minor units; present exactly with the permission to refund
 * @param requestsPerMinute in each process
 */
record Caller(
        String name,
        Optional<Set<Msn>> salesUnits,
        Optional<Set<String>> tills,
        Set<Permission> permissions,
        OptionalLong refundLimit,
        int requestsPerMinute) {

    Caller {
        salesUnits = salesUnits.map(Set::copyOf);
        tills = tills.map(Set::copyOf);
        permissions = Set.copyOf(permissions);
    }

    boolean mayAskAbout(Msn msn) {
        return salesUnits.isEmpty() || salesUnits.get().contains(msn);
    }

    boolean isFor(String tillId) {
        return tills.isEmpty() || tills.get().contains(tillId);
    }

    boolean may(Permission what) {
        return permissions.contains(what);
    }
}
