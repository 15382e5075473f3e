package dev.kvitt.checkin.domain;

/** What a sale is to the one who looks at it. */
public enum PageLook {
    /** May be paid. */
    OPEN,
    /** May be paid, and this browser's attempt before came to nothing. */
    OPEN_AGAIN,
    /** Somebody else is paying it, or it is paid in another way. */
    BY_OTHERS,
    /** Not to be paid here any more. */
    OVER,
    /** This browser's: the request to Vipps is under way. */
    SENT,
    /** This browser's: Vipps waits for its owner. */
    ASKED,
    /** This browser's: approved, not taken yet. */
    APPROVED,
    /** This browser's. */
    PAID,
    /** This browser's. */
    PAID_BACK,
    /** This browser's: not paid, and not to be paid here any more. */
    NOT_PAID,
    /** This browser's: not known yet. */
    UNSURE;

    /** Whether there may be news soon, so that it is worth looking again. */
    public boolean changesSoon() {
        return this == BY_OTHERS || this == SENT || this == ASKED || this == APPROVED || this == UNSURE;
    }
}
