package dev.kvitt.registry;

import dev.kvitt.events.Money;
import java.time.Duration;
import java.util.Optional;

/**
 * A point of sale.
 *
 * @param id unique in its sales unit, 1 to 64 characters
 * @param description what the customer sees in the app, 3 to 100 characters
 * @param maxAmount the dearest product, in the currency of the sales unit's market; what a scan reserves. Always there where a
 *     scan opens the sale ({@link Flow#VENDING})
 * @param selectSeconds how long a machine may take to sell after the reservation, 1 to 600 seconds
 * @param qr the printed QR code, where the file has one; with {@link Flow#PAGE} always, unless codes may be made over HTTP
 * @param enabled false takes no new sales; those that have begun are brought to their end
 */
public record Till(
        String id,
        TillKind kind,
        Flow flow,
        String description,
        Optional<Money> maxAmount,
        int selectSeconds,
        Optional<QrCode> qr,
        boolean enabled) {

    /** Used where the file does not say {@code selectSeconds}. */
    public static final int DEFAULT_SELECT_SECONDS = 120;

    public Duration selectTime() {
        return Duration.ofSeconds(selectSeconds);
    }
}
