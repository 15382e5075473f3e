package dev.kvitt.checkin.api;

/** What a page without a form says. Its texts are named after it. */
enum PageNotice {
    NO_SALE(200, 5),
    OVER(200, 0),
    BY_OTHERS(200, 3),
    SENT(200, 1),
    ASKED(200, 3),
    APPROVED(200, 2),
    PAID(200, 0),
    PAID_BACK(200, 0),
    NOT_PAID(200, 0),
    NOT_PAID_YET(200, 0),
    UNSURE(200, 5),
    UNKNOWN_CODE(404, 0),
    UNKNOWN_RETURN(404, 0),
    NOT_FROM_HERE(403, 0),
    OUT_OF_DATE(409, 0),
    TOO_MANY(429, 30),
    UNAVAILABLE(503, 5);

    final int status;

    /** Seconds after which to look again; 0 for what does not change by itself. */
    final int every;

    PageNotice(int status, int every) {
        this.status = status;
        this.every = every;
    }
}
