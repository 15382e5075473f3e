package dev.kvitt.payment.simulation;

/** The topics that payment-service reads. Order exists within each, never between them. */
enum Topic {
    POS_SALES(Part.Lasting.TILL_TOPIC_LAGS),
    CHECKIN_EVENTS(Part.Lasting.TILL_TOPIC_LAGS),
    VIPPS_PAYMENTS(Part.Lasting.VIPPS_TOPIC_LAGS),
    PAYMENT_RESULTS(Part.Lasting.RESULTS_TOPIC_LAGS),
    RECEIPT_EVENTS(Part.Lasting.RESULTS_TOPIC_LAGS),
    PAYMENT_EVENTS(Part.Lasting.RESULTS_TOPIC_LAGS),
    OPERATOR_COMMANDS(Part.Lasting.TILL_TOPIC_LAGS);

    private final Part.Lasting lag;

    Topic(Part.Lasting lag) {
        this.lag = lag;
    }

    Part.Lasting lag() {
        return lag;
    }
}
