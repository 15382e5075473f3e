package dev.kvitt.operations.store.reconcile;

import dev.kvitt.operations.domain.reconcile.Group;
import java.time.Instant;
import java.util.Optional;

/**
 * What a run judges. Only one of everything follows the balances: they have no payment.
 *
 * @param msn one sales unit only
 * @param from payments of this time and later
 * @param to payments of before this time
 */
public record Scope(Optional<String> msn, Optional<Instant> from, Optional<Instant> to) {

    public static final Scope ALL = new Scope(Optional.empty(), Optional.empty(), Optional.empty());

    public boolean isAll() {
        return msn.isEmpty() && from.isEmpty() && to.isEmpty();
    }

    public boolean has(Group group) {
        if (isAll()) {
            return true;
        }
        return !group.msn().isEmpty()
                && msn.filter(one -> !one.equals(group.msn())).isEmpty()
                && from.filter(start -> group.at().isBefore(start)).isEmpty()
                && to.filter(end -> !group.at().isBefore(end)).isEmpty();
    }
}
