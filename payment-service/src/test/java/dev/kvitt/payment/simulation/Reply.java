package dev.kvitt.payment.simulation;

import dev.kvitt.events.PaymentView;
import dev.kvitt.vipps.rules.ErrorCode;

/** What a client of Vipps gets. */
sealed interface Reply {

    /** @param view the payment afterwards */
    record Done(PaymentView view) implements Reply {}

    record Refused(ErrorCode code) implements Reply {}

    /** Not now: locked, too many, a passing server error. Nothing was done. */
    record Busy() implements Reply {}

    /** Vipps' gateway said no, and its API never saw it. */
    record TurnedAway() implements Reply {}

    /** No answer. Done or not. */
    record Silence() implements Reply {}
}
