package dev.kvitt.payment.domain;

/** The timers of a sale. */
public enum Timer {
    /** Time to ask Vipps how the payment stands. */
    POLL(false),
    /** The machine has had its time; gives a reservation up, so it waits for all that was said before. */
    SELECTION_OVER(true),
    /** Nothing is known of a payment and nobody wants one any more; ends a sale, so it waits too. */
    GIVE_UP(true),
    /** A release was refused; nothing may stay reserved, so it is wanted again. */
    RELEASE_AGAIN(false);

    private final boolean afterLog;

    Timer(boolean afterLog) {
        this.afterLog = afterLog;
    }

    /** Whether it may fire only when all input written before its time has been applied. */
    public boolean afterLog() {
        return afterLog;
    }
}
