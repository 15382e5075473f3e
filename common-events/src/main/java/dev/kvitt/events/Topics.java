package dev.kvitt.events;

import java.util.List;

/** Every topic of Kvitt. All but {@link #QUARANTINE} have the same number of partitions. */
public final class Topics {

    public static final String POS_SALES = "pos.sales";

    /** What points of sale asked for over HTTP: payment-service has let it in, and is the only one who writes there. */
    public static final String POS_HTTP = "pos.http";

    public static final String VIPPS_PAYMENTS = "vipps.payments";
    public static final String VIPPS_CHECKINS = "vipps.checkins";
    public static final String CHECKIN_EVENTS = "checkin.events";
    public static final String PAYMENT_COMMANDS = "payment.commands";
    public static final String PAYMENT_RESULTS = "payment.results";
    public static final String PAYMENT_EVENTS = "payment.events";
    public static final String RECEIPT_EVENTS = "receipt.events";
    public static final String OPERATOR_COMMANDS = "operator.commands";
    public static final String QUARANTINE = "quarantine";

    public static final List<String> ALL = List.of(
            POS_SALES,
            POS_HTTP,
            VIPPS_PAYMENTS,
            VIPPS_CHECKINS,
            CHECKIN_EVENTS,
            PAYMENT_COMMANDS,
            PAYMENT_RESULTS,
            PAYMENT_EVENTS,
            RECEIPT_EVENTS,
            OPERATOR_COMMANDS,
            QUARANTINE);

    private Topics() {}
}
