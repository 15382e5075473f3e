package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msn;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The callback QRs of one sales unit. */
final class QrBook {

    private final Shelf<String, CallbackQr> codes;

    QrBook(Msn msn, StateLog state) {
        this.codes = state.shelf(ShelfName.of("callback-qrs", msn), String.class, CallbackQr.class);
    }

    /** Creates it, or changes its location; the printed code stays. */
    void put(String merchantQrId, String location, Supplier<CallbackQr> fresh) {
        codes.change(
                merchantQrId,
                known -> Optional.of(known.map(code -> code.at(location)).orElseGet(fresh)));
    }

    Optional<CallbackQr> find(String merchantQrId) {
        return codes.get(merchantQrId);
    }

    Optional<CallbackQr> find(Predicate<CallbackQr> wanted) {
        return codes.values().filter(wanted).findFirst();
    }

    List<CallbackQr> all() {
        return codes.values()
                .sorted(Comparator.comparing(CallbackQr::merchantQrId))
                .toList();
    }

    Optional<CallbackQr> remove(String merchantQrId) {
        return codes.remove(merchantQrId);
    }
}
