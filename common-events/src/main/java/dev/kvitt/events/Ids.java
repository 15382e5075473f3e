package dev.kvitt.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Deterministic ids: the same fact has the same id whoever makes it and however often, so that a repetition is seen as
 * one. All are UUIDs of version 5 (RFC 9562) over parts that
 * each have their length in bytes (UTF-8) and a colon in front, so that no two lists of parts run together and every
 * programming language makes the same. A made id may never change: golden values in the tests hold them.
 */
public final class Ids {

    private static final UUID NAMESPACE = UUID.fromString("0b0b9c1e-6f5e-5d0e-9c64-5a1f6b7a4b11");

    private static final String SCANNED = "scan-";

    private Ids() {}

    /** Of a verified webhook about a payment; a second partial capture has another pspReference. */
    public static UUID webhook(Msn msn, PaymentReference reference, String name, String pspReference) {
        return id("webhook", msn.value(), reference.value(), name, pspReference);
    }

    /** Of a check-in. Its token is the only thing that tells two check-ins apart, and is not readable from the id. */
    public static UUID checkIn(Msn msn, String merchantQrId, String customerToken) {
        return id("check-in", msn.value(), merchantQrId, customerToken);
    }

    /** Of what a point of sale asks for; repeating a request repeats its id. */
    public static UUID pointOfSale(Msn msn, SaleId saleId, String type, String requestId) {
        return id("pos", msn.value(), saleId.value(), type, requestId);
    }

    /** Of what Kvitt itself says about a sale, counted in the state of whoever says it. */
    public static UUID own(Msn msn, SaleId saleId, String type, long counter) {
        return id("own", msn.value(), saleId.value(), type, Long.toString(counter));
    }

    /** Of the sale that a scan opens: the same scan opens the same sale. */
    public static SaleId scannedSale(UUID checkInId) {
        return new SaleId(SCANNED + checkInId.toString().replace("-", ""));
    }

    /** Whether a sale has the name of one that a scan opens; no till may use those. */
    public static boolean isScannedSale(SaleId sale) {
        return sale.value().startsWith(SCANNED);
    }

    /**
     * The Idempotency-Key of an operation at Vipps. The sales unit is part of it because a reference is unique only
     * there, and Vipps does not say how far a key reaches.
     */
    public static UUID idempotencyKey(String installation, Msn msn, OperationId operation) {
        return id("idempotency", installation, msn.value(), operation.value());
    }

    static UUID id(String... parts) {
        var name = new StringBuilder();
        for (var part : parts) {
            name.append(part.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(part);
        }
        return version5(NAMESPACE, name.toString());
    }

    static UUID version5(UUID namespace, String name) {
        var text = name.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(16 + text.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(text)
                .array();
        var hash = ByteBuffer.wrap(sha1(bytes));
        var high = (hash.getLong() & ~0xF000L) | 0x5000L;
        var low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
