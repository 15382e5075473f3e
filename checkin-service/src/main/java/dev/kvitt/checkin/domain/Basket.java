package dev.kvitt.checkin.domain;

import dev.kvitt.events.SaleContext;
import dev.kvitt.events.seal.Sealed;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A sale at a till's printed code that may want a scan.
 *
 * @param openedAt by the till's clock
 * @param validUntil nobody wants a payment request after this, so no scan either
 * @param token of the customer presented last; absent before the first
 * @param metBy the scan that brought them; absent before the first
 * @param openedBy the event that opened it; absent in rows of before that was kept
 * @param refused the payment service has refused that event: it wants nothing, and its customer is remembered for the next opening
 *     of the same sale alone
 */
public record Basket(
        SaleContext sale,
        Instant openedAt,
        Instant validUntil,
        Need need,
        Sealed token,
        UUID metBy,
        UUID openedBy,
        boolean refused) {

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

    public static Basket of(UUID openedBy, SaleContext sale, Instant openedAt, Instant validUntil) {
        return new Basket(sale, openedAt, validUntil, Need.SCAN, null, null, openedBy, false);
    }

    public Basket with(Need value) {
        return new Basket(sale, openedAt, validUntil, value, token, metBy, openedBy, false);
    }

    Basket met(Scan scan) {
        return new Basket(sale, openedAt, validUntil, Need.QUIET, scan.token(), scan.checkInId(), openedBy, false);
    }

    /** The payment service knows its customer already, and asks them as soon as the sale is opened by another event. */
    Basket refusedOpening() {
        return new Basket(sale, openedAt, validUntil, Need.NOTHING, token, metBy, openedBy, true);
    }

    /** Wanted no longer than that. */
    Basket until(Instant latest) {
        var until = validUntil.isBefore(latest) ? validUntil : latest;
        return new Basket(sale, openedAt, until, need, token, metBy, openedBy, refused);
    }

    /** Opened by another event, with the customer it had. */
    Basket correctedBy(Basket other) {
        var its = refused ? Need.QUIET : need;
        return new Basket(
                other.sale,
                other.openedAt,
                other.validUntil,
                other.need == Need.NOTHING ? Need.NOTHING : its,
                token,
                metBy,
                other.openedBy,
                false);
    }

    boolean isOpenedAs(Basket other) {
        return Objects.equals(openedBy, other.openedBy);
    }

    boolean wantsScan() {
        return need == Need.SCAN || need == Need.SCAN_AGAIN;
    }

    boolean isOver(Instant now) {
        return now.isAfter(validUntil) || (need == Need.NOTHING && !refused);
    }
}
