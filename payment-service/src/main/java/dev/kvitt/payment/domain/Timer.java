package dev.kvitt.payment.domain;

/** The timers of a sale. */
public enum Timer {
    /** Time to ask Vipps how the payment stands. */
    POLL(false),
    /** The point of sale has had its time; gives a reservation up, so it waits for all that was said before. */
    SELECTION_OVER(true),
    /** Nothing is known of a payment and nobody wants one any more; ends a sale, so it waits too. */
    GIVE_UP(true),
    /** A release was refused; nothing may stay reserved, so it is wanted again. */
    RELEASE_AGAIN(false),
    /** The receipt had its moment before the capture. */
    CAPTURE_NOW(false),
    /** A reservation comes near its end: somebody is told well before. */
    AT_RISK(false),
    /** The last moment to give back what nobody confirmed, before the reservation runs out by itself. */
    DEADLINE(true);

    private final boolean afterLog;

    Timer(boolean afterLog) {
        this.afterLog = afterLog;
    }

    /** Whether it may fire only when all input written before its time has been applied. */
    public boolean afterLog() {
        return afterLog;
    }
}
