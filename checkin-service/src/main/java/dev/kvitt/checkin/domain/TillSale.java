package dev.kvitt.checkin.domain;

import dev.kvitt.checkin.domain.Basket.Need;

/**
 * What is known of a till's sale, whichever topic told it first.
 *
 * @param basket absent until the till's opening is read
 * @param need what it wants of its code by the latest word
 * @param told the code knows; false while somebody else has it in hand
 */
public record TillSale(PrintedCode code, Basket basket, Need need, boolean told) {

    /** Nothing is known yet. */
    public static TillSale at(PrintedCode code) {
        return new TillSale(code, null, Need.SCAN, true);
    }

    public TillSale opened(Basket opened) {
        return new TillSale(code, opened, need, false);
    }

    public TillSale needs(Need value) {
        return new TillSale(code, basket, value, basket == null);
    }

    public TillSale toldNow() {
        return new TillSale(code, basket, need, true);
    }

    /** What the code has to know of it, done as often as one likes. */
    public TillCode tell(TillCode known) {
        return switch (need) {
            case SCAN -> known.opened(basket);
            case SCAN_AGAIN, QUIET, NOTHING -> known.needs(basket, need);
        };
    }
}
