package dev.kvitt.payment.simulation;

import dev.kvitt.events.Customer;
import dev.kvitt.events.Money;
import java.time.Duration;

/** One thing that a plan lets happen. A failing plan is made smaller by leaving parts out. */
sealed interface Part {

    /** When an act of the point of sale is due: a while after it first heard something. */
    enum Heard {
        NOTHING,
        WAITING,
        REQUESTED,
        AUTHORIZED,
        CAPTURED,
        LAST_WORD
    }

    /** What the point of sale, or an operator, wants. */
    enum Wish {
        OPEN,
        PRESENT,
        CONFIRM,
        CANCEL,
        CANCEL_OR_REFUND,
        AGAIN,
        REFUND,
        PARK,
        UNPARK,
        RELEASE
    }

    /**
     * @param money absent where the wish names none
     * @param customer absent where the wish names none
     */
    record TillActs(Heard heard, Duration after, Wish wish, Money money, Customer.Kind customer) implements Part {}

    /** What the customer, their bank, or somebody with the portal does about one attempt. */
    enum Deed {
        APPROVES,
        DECLINES,
        IS_BEING_IDENTIFIED,
        IS_IDENTIFIED,
        WITHHOLDS_CONSENT,
        BANK_RELEASES_FUNDS,
        /** For two thirds of an hour. */
        BANK_FAILS_CAPTURES,
        PORTAL_CAPTURES,
        PORTAL_CANCELS,
        PORTAL_REFUNDS
    }

    /**
     * @param attempt 0: the payment with our reference that somebody else made
     * @param after since the payment was created
     */
    record OthersAct(int attempt, Duration after, Deed deed) implements Part {}

    /** Somebody else's payment has the attempt's reference already. */
    record ForeignPayment(int attempt) implements Part {}

    /** What somebody with a webhook's secret can make up. Not an approval: goods are handed out on it. */
    enum Lie {
        CAPTURED,
        CANCELLED,
        REFUNDED,
        ABORTED,
        EXPIRED
    }

    /**
     * @param n which webhook is followed by it, from 1; about the same payment
     * @param percent of the sale's amount
     */
    record Forgery(int n, Duration after, Lie lie, int percent) implements Part {}

    /** What goes wrong with the n-th of its kind, from 1. */
    enum Counted {
        WEBHOOK_LOST,
        WEBHOOK_LATE,
        WEBHOOK_TWICE,
        /** A write arrives and is done, and its answer is lost. */
        ANSWER_LOST,
        /** A write never arrives, and nobody knows. */
        REQUEST_LOST,
        /** A write arrives long after its sender stopped waiting. */
        REQUEST_LATE,
        /** 429, 423 or a passing server error. */
        BUSY,
        /** The customer's code is too old. */
        CODE_TOO_OLD,
        /** The customer cannot pay: 7010. */
        CUSTOMER_UNKNOWN,
        READ_FAILS,
        RESULT_LATE,
        MESSAGE_TWICE,
        COMMAND_LATE,
        /** A write that Vipps' gateway refuses, so that its API never sees it. */
        TURNED_AWAY,
        /** 3010, nothing done. */
        INTERNAL_ERROR
    }

    /** @param time what it takes, where it takes time */
    record Mishap(Counted what, int n, Duration time) implements Part {}

    /** What goes wrong from a moment on. */
    enum Lasting {
        VIPPS_AWAY,
        TILL_TOPIC_LAGS,
        VIPPS_TOPIC_LAGS,
        RESULTS_TOPIC_LAGS,
        PAYMENT_SERVICE_DOWN,
        /** Its database is set back by that time. */
        PAYMENT_SERVICE_RESTORED,
        CAPTURE_SERVICE_DOWN,
        CAPTURE_SERVICE_RESTORED,
        PAYMENT_CLOCK_FAST,
        PAYMENT_CLOCK_SLOW
    }

    record Outage(Lasting what, Duration from, Duration time) implements Part {}
}
