package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msn;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The redirect QRs of one sales unit. One that expired is gone, and its id is free again. */
final class RedirectBook {

    private final StateLog state;
    private final Shelf<String, RedirectQr> codes;

    RedirectBook(Msn msn, StateLog state) {
        this.state = state;
        this.codes = state.shelf(ShelfName.of("redirect-qrs", msn), String.class, RedirectQr.class);
    }

    /** @return whether the id was free */
    boolean add(RedirectQr fresh, Instant now) {
        return state.together(() -> {
            codes.values()
                    .filter(code -> !code.isAlive(now))
                    .map(RedirectQr::id)
                    .forEach(codes::remove);
            return codes.putIfAbsent(fresh.id(), fresh);
        });
    }

    Optional<RedirectQr> find(String id, Instant now) {
        return codes.get(id).filter(code -> code.isAlive(now));
    }

    Optional<RedirectQr> findCode(String code, Instant now) {
        return codes.values()
                .filter(each -> each.code().equals(code) && each.isAlive(now))
                .findFirst();
    }

    List<RedirectQr> all(Instant now) {
        return codes.values()
                .filter(code -> code.isAlive(now))
                .sorted(Comparator.comparing(RedirectQr::id))
                .toList();
    }

    /** @return empty if there is none */
    Optional<RedirectQr> lead(String id, String redirectUrl, Instant now) {
        return state.together(() -> {
            Optional<RedirectQr> changed = find(id, now).map(code -> code.to(redirectUrl));
            changed.ifPresent(code -> codes.put(id, code));
            return changed;
        });
    }

    boolean remove(String id, Instant now) {
        return codes.remove(id).filter(code -> code.isAlive(now)).isPresent();
    }
}
