package dev.kvitt.events;

/** Kafka keys. The same key puts all that concerns one sale on the same partition of each topic, in order. */
public final class Keys {

    private Keys() {}

    /** Of everything about a sale. */
    public static String sale(Msn msn, SaleId saleId) {
        return msn + "/" + saleId;
    }

    /** Of a fact about a payment: the key of its sale, or of itself where it cannot be one of ours. */
    public static String payment(Msn msn, PaymentReference reference) {
        return msn + "/" + reference.saleId().map(SaleId::value).orElse(reference.value());
    }

    /** Of a check-in at a merchant's QR code. */
    public static String qr(Msn msn, String merchantQrId) {
        return msn + "/" + merchantQrId;
    }
}
