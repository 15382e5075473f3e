package dev.kvitt.events;

import dev.kvitt.events.seal.Sealed;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer scanned one of the merchant's callback QR codes ({@code user.checked-in.v1}).
 *
 * @param checkInId from the token, so that a repeated webhook is the same check-in
 * @param initiatedAt when the customer scanned, by Vipps' clock
 */
public record CheckedIn(Msn msn, String merchantQrId, UUID checkInId, Sealed customerToken, Instant initiatedAt)
        implements VippsFact {

    @Override
    public String key() {
        return Keys.qr(msn, merchantQrId);
    }
}
