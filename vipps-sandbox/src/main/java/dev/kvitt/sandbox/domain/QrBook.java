package dev.kvitt.sandbox.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** The callback QRs of one sales unit. */
final class QrBook {

    private final Map<String, CallbackQr> codes = new ConcurrentSkipListMap<>();

    /** Creates it, or changes its location; the printed code stays. */
    void put(String merchantQrId, String location, Supplier<String> newContent) {
        codes.compute(
                merchantQrId,
                (id, known) -> new CallbackQr(id, location, known == null ? newContent.get() : known.content()));
    }

    Optional<CallbackQr> find(String merchantQrId) {
        return Optional.ofNullable(codes.get(merchantQrId));
    }

    List<CallbackQr> all() {
        return List.copyOf(codes.values());
    }

    boolean remove(String merchantQrId) {
        return codes.remove(merchantQrId) != null;
    }
}
