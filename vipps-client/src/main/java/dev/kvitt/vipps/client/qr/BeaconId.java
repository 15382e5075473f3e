package dev.kvitt.vipps.client.qr;

/**
 * The id of an old printed MobilePay code. Vipps publishes no form for it.
 *
 * @param value 1 to {@value MerchantQrId#MAX_LENGTH} characters, no control characters: it comes back as a {@code merchantQrId}
 */
public record BeaconId(String value) {
    public BeaconId {
        MerchantQrId.check("a beacon id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
