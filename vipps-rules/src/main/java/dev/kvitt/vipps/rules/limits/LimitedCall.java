package dev.kvitt.vipps.rules.limits;

import dev.kvitt.vipps.rules.Operation;

/** The calls that are counted, each by itself. Whatever is not named here has no documented limit. */
public enum LimitedCall {
    CREATE(RateLimit.WRITES, Counted.PER_SALES_UNIT),
    CAPTURE(RateLimit.WRITES, Counted.PER_SALES_UNIT),
    CANCEL(RateLimit.WRITES, Counted.PER_SALES_UNIT),
    REFUND(RateLimit.WRITES, Counted.PER_SALES_UNIT),
    GET(RateLimit.READS, Counted.PER_SUBSCRIPTION_KEY),
    EVENTS(RateLimit.READS, Counted.PER_SUBSCRIPTION_KEY);

    /** Together with the payment's reference, who shares a limit. */
    public enum Counted {
        PER_SALES_UNIT,
        PER_SUBSCRIPTION_KEY
    }

    private final RateLimit limit;
    private final Counted counted;

    LimitedCall(RateLimit limit, Counted counted) {
        this.limit = limit;
        this.counted = counted;
    }

    public static LimitedCall of(Operation write) {
        return switch (write) {
            case CREATE -> CREATE;
            case CAPTURE -> CAPTURE;
            case CANCEL -> CANCEL;
            case REFUND -> REFUND;
        };
    }

    public RateLimit limit() {
        return limit;
    }

    public Counted counted() {
        return counted;
    }
}
