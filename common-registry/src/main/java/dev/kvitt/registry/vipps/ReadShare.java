package dev.kvitt.registry.vipps;

/**
 * How often each service may read one payment at Vipps MobilePay. Vipps allows {@value #ALL} reads a minute for a reference;
 * divided by constant, no service has to know what the others read.
 */
public enum ReadShare {
    /** Polls until a payment is final. */
    PAYMENT(60),
    /** Settles what is unknown about its own writes. */
    CAPTURE(40),
    /** Looks for the number that a customer shared. */
    CHECKIN(6),
    /** Reconciles, and looks for people. */
    OPERATIONS(14);

    /** What Vipps allows a minute. */
    public static final int ALL = 120;

    private final int perMinute;

    ReadShare(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Reads in any minute, at most. */
    public int perMinute() {
        return perMinute;
    }
}
