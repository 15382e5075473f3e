package dev.kvitt.payment.domain;

import dev.kvitt.events.Refusal;

/** Why the saga says no, for the person or the machine at the point of sale. */
final class Refusals {

    static final Refusal MORE_THAN_RESERVED = new Refusal(
            "more-than-reserved",
            "More was confirmed than is reserved; nothing was captured. Confirm at most the reserved amount.",
            true);
    static final Refusal NOTHING_CONFIRMED = new Refusal(
            "nothing-confirmed", "Zero was confirmed; nothing was captured. Cancel the sale instead.", true);
    static final Refusal OTHER_CURRENCY =
            new Refusal("other-currency", "The confirmed amount is in another currency than the reservation.", true);
    static final Refusal CONFIRMED_BEFORE =
            new Refusal("confirmed-before", "This sale was confirmed before; the first confirmation counts.", false);
    static final Refusal NOT_PAID = new Refusal(
            "not-paid", "The customer has not paid and no money is reserved; nothing can be captured.", false);
    static final Refusal GIVEN_UP = new Refusal(
            "given-up", "This sale was cancelled or ran out of time and its money is being released.", false);
    static final Refusal TOO_LATE = new Refusal(
            "too-late-confirmed",
            "The sale was confirmed, so its money is being captured. To give it back, refund it.",
            false);
    static final Refusal CREATE_TOO_LATE =
            new Refusal("too-late", "The request came too late to be sent. Ask the customer to scan again.", true);

    private Refusals() {}
}
