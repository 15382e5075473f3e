package dev.kvitt.checkin.domain;

import dev.kvitt.events.Money;

/**
 * One attempt at paying a sale, as the payment service told of it.
 *
 * @param n 1 to 99
 * @param onPage whether a browser was asked; absent while nobody has told how the customer was asked
 * @param redirectUrl what the browser opens, unchanged; absent unless it is to be opened
 * @param captured what was taken; absent until told
 * @param mayRetry whether another attempt makes sense; of importance once it is {@link Standing#NOT_PAID}
 */
public record PageAttempt(
        int n, Standing standing, Boolean onPage, String redirectUrl, Money captured, boolean mayRetry) {

    /** What is known of its money. */
    public enum Standing {
        /** The customer has to approve. */
        ASKED,
        /** Approved, not taken yet. */
        APPROVED,
        PAID,
        PAID_BACK,
        /** For certain. */
        NOT_PAID,
        /** Nobody knows yet; no other payment may be made. */
        UNSURE
    }

    /** @param onPage absent where nobody remembers */
    static PageAttempt asked(int n, Boolean onPage, String redirectUrl) {
        return new PageAttempt(n, Standing.ASKED, onPage, redirectUrl, null, true);
    }

    static PageAttempt stands(int n, Standing standing) {
        return new PageAttempt(n, standing, null, null, null, true);
    }

    static PageAttempt paid(int n, Money captured) {
        return new PageAttempt(n, Standing.PAID, null, null, captured, true);
    }

    static PageAttempt notPaid(int n, boolean mayRetry) {
        return new PageAttempt(n, Standing.NOT_PAID, null, null, null, mayRetry);
    }

    /** The later word counts; what only the earlier one said stays. */
    PageAttempt after(PageAttempt before) {
        return new PageAttempt(
                n,
                standing,
                onPage == null ? before.onPage : onPage,
                redirectUrl,
                captured == null ? before.captured : captured,
                mayRetry);
    }

    boolean isOver() {
        return standing == Standing.NOT_PAID;
    }
}
