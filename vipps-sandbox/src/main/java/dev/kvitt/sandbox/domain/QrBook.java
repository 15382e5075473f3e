package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msn;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The callback QRs of one sales unit. */
final class QrBook {

    private final Shelf<String, CallbackQr> codes;

    QrBook(Msn msn, StateLog state) {
        this.codes = state.shelf(ShelfName.of("callback-qrs", msn), String.class, CallbackQr.class);
    }

    /** Creates it, or changes its location; the printed code stays. */
    void put(String merchantQrId, String location, Supplier<String> newContent) {
        codes.change(
                merchantQrId,
                known -> Optional.of(new CallbackQr(
                        merchantQrId, location, known.map(CallbackQr::content).orElseGet(newContent))));
    }

    Optional<CallbackQr> find(String merchantQrId) {
        return codes.get(merchantQrId);
    }

    List<CallbackQr> all() {
        return codes.values()
                .sorted(Comparator.comparing(CallbackQr::merchantQrId))
                .toList();
    }

    boolean remove(String merchantQrId) {
        return codes.remove(merchantQrId).isPresent();
    }
}
