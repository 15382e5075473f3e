package dev.kvitt.checkin.domain;

import dev.kvitt.events.SaleContext;
import dev.kvitt.events.seal.Sealed;
import java.time.Instant;
import java.util.UUID;

/**
 * A sale at a till's printed code that may want a scan.
 *
 * @param openedAt by the till's clock
 * @param validUntil nobody wants a payment request after this, so no scan either
 * @param token of the customer presented last; absent before the first
 * @param metBy the scan that brought them; absent before the first
 */
public record Basket(SaleContext sale, Instant openedAt, Instant validUntil, Need need, Sealed token, UUID metBy) {

    /** What a sale wants of the code. */
    public enum Need {
        /** A customer. */
        SCAN,
        /** The same customer once more: the token was too old. */
        SCAN_AGAIN,
        /** To be left alone while its customer decides. */
        QUIET,
        /** Nothing any more. */
        NOTHING
    }

    public static Basket of(SaleContext sale, Instant openedAt, Instant validUntil) {
        return new Basket(sale, openedAt, validUntil, Need.SCAN, null, null);
    }

    public Basket with(Need value) {
        return new Basket(sale, openedAt, validUntil, value, token, metBy);
    }

    Basket met(Scan scan) {
        return new Basket(sale, openedAt, validUntil, Need.QUIET, scan.token(), scan.checkInId());
    }

    boolean wantsScan() {
        return need == Need.SCAN || need == Need.SCAN_AGAIN;
    }

    boolean isOver(Instant now) {
        return need == Need.NOTHING || now.isAfter(validUntil);
    }
}
