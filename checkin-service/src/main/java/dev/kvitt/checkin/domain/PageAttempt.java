package dev.kvitt.checkin.domain;

/**
 * One attempt at paying a sale, as the payment service told of it.
 *
 * @param n 1 to 99
 * @param redirectUrl what the browser opens, unchanged; absent unless it is to be opened
 * @param mayRetry whether another attempt makes sense; of importance once it is {@link Standing#NOT_PAID}
 */
public record PageAttempt(int n, Standing standing, String redirectUrl, boolean mayRetry) {

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

    static PageAttempt asked(int n, String redirectUrl) {
        return new PageAttempt(n, Standing.ASKED, redirectUrl, true);
    }

    static PageAttempt stands(int n, Standing standing) {
        return new PageAttempt(n, standing, null, true);
    }

    static PageAttempt notPaid(int n, boolean mayRetry) {
        return new PageAttempt(n, Standing.NOT_PAID, null, mayRetry);
    }

    boolean isOver() {
        return standing == Standing.NOT_PAID;
    }
}
