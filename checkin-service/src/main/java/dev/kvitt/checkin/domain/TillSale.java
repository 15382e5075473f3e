package dev.kvitt.checkin.domain;

import dev.kvitt.checkin.domain.Basket.Need;
import java.util.List;
import java.util.UUID;

/**
 * What is known of a till's sale, whichever topic told it first.
 *
 * @param basket absent until an opening of the till is read that was not refused
 * @param need what it wants of its code by the latest word
 * @param told the code knows; false while somebody else has it in hand
 * @param others what else was opened under the same id, in the order it was read: should the basket be refused, the first of them
 *     is what the customer pays
 * @param refused requests of the till that the payment service has refused
 */
public record TillSale(
        PrintedCode code, Basket basket, Need need, boolean told, List<Basket> others, List<UUID> refused) {

    /** Of openings and of refusals each; a till needs one or two, and the oldest give way. */
    static final int MOST_REQUESTS = 20;

    public TillSale {
        others = others == null ? List.of() : List.copyOf(others);
        refused = refused == null ? List.of() : List.copyOf(refused);
    }

    /** Nothing is known yet. */
    public static TillSale at(PrintedCode code) {
        return new TillSale(code, null, Need.SCAN, true, List.of(), List.of());
    }

    /** The first opening counts, unless it is refused; then the next. */
    public TillSale opened(Basket opened) {
        if (refused.contains(opened.openedBy())) {
            return this;
        }
        if (basket == null) {
            return with(opened, others);
        }
        return basket.isOpenedAs(opened)
                ? this
                : new TillSale(code, basket, need, told, Latest.with(others, opened, MOST_REQUESTS), refused);
    }

    /** @param request of the till, as if it had not been made; it may be read later than its refusal */
    public TillSale refused(UUID request) {
        var known = new TillSale(
                code,
                basket,
                need,
                told,
                others.stream().filter(each -> !request.equals(each.openedBy())).toList(),
                Latest.with(refused, request, MOST_REQUESTS));
        if (basket == null || !request.equals(basket.openedBy())) {
            return known;
        }
        return known.others.isEmpty()
                ? known.with(null, List.of())
                : known.with(known.others.getFirst(), known.others.subList(1, known.others.size()));
    }

    private TillSale with(Basket first, List<Basket> more) {
        return new TillSale(code, first, need, false, more, refused);
    }

    public TillSale needs(Need value) {
        return new TillSale(code, basket, value, told && basket == null, others, refused);
    }

    public TillSale toldNow() {
        return new TillSale(code, basket, need, true, others, refused);
    }

    /**
     * What the code has to know of it, done as often as one likes.
     *
     * @param key of the sale
     */
    public TillCode tell(TillCode known, String key) {
        if (basket == null) {
            return known.refused(key);
        }
        return switch (need) {
            case SCAN -> known.opened(basket);
            case SCAN_AGAIN, QUIET, NOTHING -> known.corrected(basket).needs(basket, need);
        };
    }
}
